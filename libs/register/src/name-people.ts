import type { PersonRole, StaffId } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { keepClaim, type IdempotencyClaim } from './idempotency.js';
import { writeLikeness, type Likeness } from './look-alikes.js';
import { writeSoughtNames, type SoughtName } from './sought-names.js';
import { addSuppressions, loggedAsBoth, type Suppression } from './suppressions.js';

/** Who takes part in a request, named later or anew. Who they are comes as writers of sealed rows. */
export interface PeopleToName {
  readonly requestId: string;
  readonly receivedOn: CivilDate;
  readonly named: readonly PersonRole[];
  readonly namedBy: StaffId;
  readonly correlationId?: string;
  /** Added to what the person was found by before. */
  readonly likeness: readonly Likeness[];
  readonly soughtNames: readonly SoughtName[];
  readonly suppressions: readonly Suppression[];
  readonly sealedRows: readonly ((sql: Sql) => Promise<void>)[];
}

/**
 * Keeps who takes part in one transaction: sealed rows, likeness, suppression, audit entry. The cases are told by a command of the request.
 * @throws ClaimLost when another process has taken over the call.
 */
export function namePeople(
  database: Database,
  { requestId, named, namedBy, correlationId, ...people }: PeopleToName,
  claim?: IdempotencyClaim,
): Promise<void> {
  return database.inTransaction(async sql => {
    if (claim) await keepClaim(sql, claim);
    for (const write of people.sealedRows) await write(sql);
    await sql.change(
      `UPDATE register.request SET has_requester = has_requester OR $2, has_recipient = has_recipient OR $3
       WHERE request_id = $1`,
      [requestId, named.includes('requester'), named.includes('recipient')],
    );
    await writeLikeness(sql, requestId, people.likeness);
    await writeSoughtNames(sql, { requestId, receivedOn: people.receivedOn }, people.soughtNames);
    await addSuppressions(sql, people.suppressions, { requestId, receivedOn: people.receivedOn });
    await appendAudit(sql, [
      {
        action: 'PeopleNamed',
        by: namedBy,
        requestId,
        ...(people.suppressions.length > 0 && loggedAsBoth),
        ...(correlationId && { correlationId }),
        detail: { named: named.join(' ') },
      },
    ]);
  });
}
