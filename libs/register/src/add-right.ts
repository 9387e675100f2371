import type { CaseRight, StaffId } from '@duly/case';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { keepClaim, type IdempotencyClaim } from './idempotency.js';
import { addIntake, type IntakeCase } from './intake.js';
import { addSuppressions, citeOf, type Suppression } from './suppressions.js';

/** A right that a request uses and that was not seen in it at first, as the API has judged it. */
export interface RightToAdd {
  readonly requestId: string;
  readonly caseId: string;
  readonly right: CaseRight;
  /** Its case, once the reference of the request and its own number are known. */
  readonly toCase: (reference: string) => IntakeCase;
  readonly addedBy: StaffId;
  readonly correlationId?: string;
  readonly suppressions: readonly Suppression[];
  /** The case that a complaint is about (R54). */
  readonly aboutCase?: string;
  /** Sealed rows of the vault, written in this very transaction. */
  readonly sealedRows: readonly ((sql: Sql) => Promise<void>)[];
  /** Seconds in which the caller starts the case itself; default 15. */
  readonly grace?: number;
}

/** `already-there`: the request has a case of this right; it is answered, and nothing was written. */
export interface AddedRight {
  readonly kind: 'added' | 'already-there';
  /** Of the request. */
  readonly reference: string;
  readonly added: IntakeCase;
}

interface CaseOfRequest extends IntakeCase {
  readonly position: number;
}

async function lockedReference(sql: Sql, requestId: string): Promise<string> {
  const [request] = await sql.query<{ reference: string }>(
    'SELECT reference FROM register.request WHERE request_id = $1 FOR UPDATE',
    [requestId],
  );
  if (!request) throw new Error(`Request ${requestId} was read a moment ago and is not there.`);
  return request.reference;
}

/**
 * Adds a case to a request in one transaction: intake, sealed rows, suppression, audit entry. The same case id again answers what was
 * added; two who add at once get different numbers.
 * @throws ClaimLost when another process has taken over the call.
 */
export function addRight(
  database: Database,
  right: RightToAdd,
  claim?: IdempotencyClaim,
): Promise<AddedRight> {
  const { requestId, caseId } = right;
  return database.inTransaction(async sql => {
    if (claim) await keepClaim(sql, claim);
    const reference = await lockedReference(sql, requestId);
    const cases = await sql.query<CaseOfRequest>(
      'SELECT position, opening, summary FROM register.intake WHERE request_id = $1 AND run = 1 ORDER BY position',
      [requestId],
    );
    const before = cases.find(({ opening }) => opening.caseId === caseId);
    if (before) return { kind: 'added', reference, added: before };
    const there = cases.find(({ summary }) => summary.right === right.right);
    if (there) return { kind: 'already-there', reference, added: there };
    const last = cases.at(-1)?.position ?? 0;
    const added = right.toCase(`${reference}-${last + 1}`);
    for (const write of right.sealedRows) await write(sql);
    await addIntake(sql, [added], right.grace ?? 15, last);
    await sql.change(
      `UPDATE register.request SET rights = array_append(rights, $2), about_case = coalesce($3, about_case)
       WHERE request_id = $1`,
      [requestId, right.right, right.aboutCase ?? null],
    );
    await addSuppressions(sql, right.suppressions, { requestId, receivedOn: added.summary.receivedOn });
    await appendAudit(sql, [entryOf(right, added)]);
    return { kind: 'added', reference, added };
  });
}

const entryOf = ({ addedBy, requestId, caseId, right, correlationId }: RightToAdd, added: IntakeCase) => ({
  action: 'RightAdded',
  by: addedBy,
  requestId,
  caseId,
  ...citeOf([right]),
  ...(correlationId && { correlationId }),
  detail: { reference: added.opening.reference, right },
});
