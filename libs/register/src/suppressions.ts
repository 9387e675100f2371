import type { CaseRight, StaffId, StoppableChannel } from '@duly/case';
import { directMarketingObjection, type CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';

/** An objection to direct marketing takes effect at once, whatever becomes of its case (Art 21(3)). */
export interface Suppression {
  /** Keyed hash of the address or number; it outlives the request's keys. */
  readonly personHash: string;
  /** What kind of address or number it is. */
  readonly channel: StoppableChannel;
  /** By what no marketing may reach the person who has it. */
  readonly stopped: readonly StoppableChannel[];
  readonly source: string;
}

export interface RecordedSuppression {
  /** What kind of address or number it is. */
  readonly channel: StoppableChannel;
  /** By what no marketing may reach the person who has it. */
  readonly stopped: readonly StoppableChannel[];
  readonly requestedOn: CivilDate;
  readonly source: string;
}

interface Objection {
  readonly requestId: string;
  readonly receivedOn: CivilDate;
}

interface AddedBy {
  /** An opaque staff id. */
  readonly by: StaffId;
  readonly correlationId: string;
}

/** R61 — what goes on the list is logged as both: an objection, and an opt-out under PECR. */
export const loggedAsBoth = {
  cite: directMarketingObjection.steps
    .filter(({ step }) => step === 'log_as_both')
    .map(({ cite, rule }) => `${cite} (${rule})`)
    .join(' '),
};

/** How the audit log names a letter that uses these rights. */
export const citeOf = (rights: readonly CaseRight[]): { readonly cite?: string } =>
  rights.includes('objection_direct_marketing') ? loggedAsBoth : {};

/** A later objection adds to an earlier one and takes nothing from it; the first day and source stay. */
export async function addSuppressions(
  sql: Sql,
  suppressions: readonly Suppression[],
  { receivedOn, requestId }: Objection,
): Promise<void> {
  for (const { personHash, channel, stopped, source } of suppressions) {
    await sql.change(
      `INSERT INTO register.suppression AS present (person_hash, channel, stopped, requested_on, source, request_id)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_hash, channel) DO UPDATE
         SET stopped = ARRAY(SELECT DISTINCT unnest(present.stopped || EXCLUDED.stopped) ORDER BY 1)`,
      [personHash, channel, stopped, receivedOn, source, requestId],
    );
  }
}

/** Who must get no direct marketing, by keyed hash alone (UK GDPR Art 21(3)). No row ever goes: it outlives the request and its keys. */
export class Suppressions {
  constructor(private readonly database: Database) {}

  of(personHash: string): Promise<readonly RecordedSuppression[]> {
    return this.ofAny([personHash]);
  }

  /** What stands against any of these addresses and numbers of one person. */
  ofAny(personHashes: readonly string[]): Promise<readonly RecordedSuppression[]> {
    return this.database.query<RecordedSuppression>(
      `SELECT channel, stopped, requested_on AS "requestedOn", source FROM register.suppression
       WHERE person_hash = ANY($1) ORDER BY channel`,
      [personHashes],
    );
  }

  /** Adds ways to reach somebody who has objected before, and says in the audit log who did. */
  add(suppressions: readonly Suppression[], objection: Objection & AddedBy): Promise<void> {
    const { requestId, by, correlationId } = objection;
    const channels = suppressions.map(({ channel }) => channel).join(' ');
    return this.database.inTransaction(async sql => {
      await addSuppressions(sql, suppressions, objection);
      await appendAudit(sql, [
        {
          action: 'SuppressionAdded',
          by,
          requestId,
          correlationId,
          ...loggedAsBoth,
          detail: { channels },
        },
      ]);
    });
  }
}
