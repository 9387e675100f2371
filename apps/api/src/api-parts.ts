import { Database } from '@duly/postgres';
import { LetterWriter, Press, PrintRoom, senderFrom } from '@duly/letters';
import { DocumentRoom, scannerFrom, storeFrom, type ClamScanner } from '@duly/documents';
import { hashOfProgram, migrate, Register } from '@duly/register';
import { openSettings, type ApiSettings } from '@duly/settings';
import { keysRole, Vault } from '@duly/vault';
import { beginCalendars } from './calendars/begin-calendars.js';
import { calendarsFrom } from './calendars/calendars-from.js';
import { Clock } from './clock.js';
import { TemporalCaseDesk } from './desk/temporal-case-desk.js';
import { KeysDatabase } from './keys-database.js';
import type { Log } from './log/log.js';
import { ApiMetrics } from './metrics/api-metrics.js';
import { termsFrom, type CaseTerms } from './opening/case-terms.js';
import { TokenVerifier } from './sign-in/token-verifier.js';

/** What the API runs on, opened once at its start and closed once at its end. */
export interface ApiParts {
  readonly settings: ApiSettings;
  readonly log: Log;
  readonly metrics: ApiMetrics;
  readonly clock: Clock;
  readonly terms: CaseTerms;
  readonly register: Register;
  readonly keys: KeysDatabase;
  readonly vault: Vault;
  readonly letters: LetterWriter;
  readonly paper: PrintRoom;
  readonly documents: DocumentRoom;
  readonly scanner: ClamScanner | undefined;
  readonly desk: TemporalCaseDesk;
  readonly verifier: TokenVerifier;
}

/** Brings the databases up to date and opens everything. @throws when PostgreSQL does not answer, or a setting's file is wrong */
export async function openParts(settings: ApiSettings, log: Log): Promise<ApiParts> {
  const terms = termsFrom(settings);
  const migrated = await migrate(settings);
  if (migrated.length > 0) log.info({ migrations: migrated }, 'the databases were brought up to date');
  const pool = { poolSize: settings.databasePoolSize, application: 'duly api' };
  const register = await Register.open({ ...pool, url: settings.databaseUrl });
  const open = openSettings('api', settings);
  await register.processStarted({ app: 'api', settings: open, code: hashOfProgram() });
  await beginCalendars(register, calendarsFrom(settings.calendarFile).values(), log);
  const keysDatabase = await Database.open({ ...pool, url: settings.keysDatabaseUrl, role: keysRole });
  const masterKeys = settings.vaultMasterKeys;
  const press = new Press(new URL('./press-thread.js', import.meta.url));
  const vault = new Vault({ data: register.database, keys: keysDatabase, masterKeys });
  return {
    settings,
    log,
    metrics: new ApiMetrics(() => register.figures.read()),
    clock: new Clock(settings.clockOffset),
    terms,
    register,
    keys: new KeysDatabase(keysDatabase),
    vault,
    letters: new LetterWriter(register, vault, senderFrom(settings)),
    paper: new PrintRoom(register, vault, press),
    documents: new DocumentRoom(register, vault, storeFrom(settings), settings),
    scanner: scannerFrom(settings),
    desk: TemporalCaseDesk.open(settings),
    verifier: new TokenVerifier({
      issuer: settings.oidcIssuer,
      audience: settings.oidcAudience,
      clockSkew: settings.tokenClockSkew,
    }),
  };
}

export async function closeParts({ register, keys, desk }: ApiParts): Promise<void> {
  await desk.close();
  await register.close();
  await keys.database.close();
}
