import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import type { Suppression } from './accept-request.js';

export interface RecordedSuppression {
  readonly channel: Suppression['channel'];
  readonly requestedOn: CivilDate;
  readonly source: string;
}

/** Who must get no direct marketing, by keyed hash alone. */
export class Suppressions {
  constructor(private readonly database: Database) {}

  of(personHash: string): Promise<readonly RecordedSuppression[]> {
    return this.database.query<RecordedSuppression>(
      `SELECT channel, requested_on AS "requestedOn", source FROM register.suppression WHERE person_hash = $1 ORDER BY channel`,
      [personHash],
    );
  }
}
