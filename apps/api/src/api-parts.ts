import { Database } from '@duly/postgres';
import type { ApiSettings } from '@duly/settings';
import { Clock } from './clock.js';
import { TemporalCaseDesk } from './desk/temporal-case-desk.js';
import type { Log } from './log/log.js';
import { TokenVerifier } from './sign-in/token-verifier.js';

/** What the API runs on, opened once at its start and closed once at its end. */
export interface ApiParts {
  readonly settings: ApiSettings;
  readonly log: Log;
  readonly clock: Clock;
  readonly database: Database;
  readonly keysDatabase: Database;
  readonly desk: TemporalCaseDesk;
  readonly verifier: TokenVerifier;
}
