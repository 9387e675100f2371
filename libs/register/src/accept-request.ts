import type { CaseId, Channel, PeopleNamed, StaffId } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { keepClaim, type IdempotencyClaim } from './idempotency.js';
import { addIntake, type IntakeCase } from './intake.js';
import { writeLikeness, type Likeness } from './look-alikes.js';
import { writeSoughtNames, type SoughtName } from './sought-names.js';
import { addSuppressions, citeOf } from './suppressions.js';
import type { Suppression } from './suppressions.js';

/** A request as the API has judged it. Words and people come as ids and as writers of sealed rows. */
export interface RequestToAccept {
  readonly requestId: string;
  /** Civil date in Europe/London; its year names the reference. */
  readonly receivedOn: CivilDate;
  readonly receivedAt?: string;
  readonly channel: Channel;
  readonly people: PeopleNamed;
  readonly wordsId: string;
  readonly externalReferenceId?: string;
  readonly acceptedBy: StaffId;
  readonly correlationId?: string;
  /** HMAC of the request under its case's key, for the audit log. */
  readonly commitment?: string;
  /** The cases in the order of their rights, once the reference is known. */
  readonly cases: (reference: string) => readonly [IntakeCase, ...IntakeCase[]];
  readonly suppressions: readonly Suppression[];
  /** By what other requests of the same person may be found. */
  readonly likeness: readonly Likeness[];
  /** By what a handler finds it again. */
  readonly soughtNames?: readonly SoughtName[];
  /** The case that a complaint is about (R54). */
  readonly aboutCase?: CaseId;
  /** Sealed rows of the vault, written in this very transaction. */
  readonly sealedRows: readonly ((sql: Sql) => Promise<void>)[];
  /** Seconds in which the caller starts the cases itself; default 15. */
  readonly grace?: number;
}

export interface AcceptedRequest {
  readonly reference: string;
  readonly cases: readonly IntakeCase[];
  /** Accepted by an earlier try of the same call: nothing was written now. */
  readonly wasAccepted: boolean;
}

async function acceptedBefore(sql: Sql, requestId: string): Promise<AcceptedRequest | undefined> {
  const rows = await sql.query<IntakeCase & { reference: string }>(
    `SELECT r.reference, i.opening, i.summary FROM register.request r JOIN register.intake i USING (request_id)
     WHERE r.request_id = $1 AND i.run = 1 ORDER BY i.position`,
    [requestId],
  );
  const [first] = rows;
  if (!first) return undefined;
  const cases = rows.map(({ opening, summary }) => ({ opening, summary }));
  return { reference: first.reference, cases, wasAccepted: true };
}

async function nextReference(sql: Sql, receivedOn: CivilDate): Promise<string> {
  const [row] = await sql.query<{ number: number }>(`SELECT nextval('register.reference_number') AS number`);
  return `DR-${receivedOn.slice(0, 4)}-${String(row?.number).padStart(6, '0')}`;
}

async function writeRequest(
  sql: Sql,
  request: RequestToAccept,
  reference: string,
  rights: readonly string[],
) {
  await sql.change(
    `INSERT INTO register.request (request_id, reference, received_on, received_at, channel, rights, has_requester,
       has_recipient, words_id, external_reference_id, accepted_by, about_case)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      request.requestId,
      reference,
      request.receivedOn,
      request.receivedAt ?? null,
      request.channel,
      rights,
      request.people.requester,
      request.people.recipient,
      request.wordsId,
      request.externalReferenceId ?? null,
      request.acceptedBy,
      request.aboutCase ?? null,
    ],
  );
}

/**
 * Accepts a request in one transaction: request, intake, sealed rows, suppression, audit entry, and the claim on the call's
 * idempotency key. Either all of it is there or nothing was accepted. The same request id again answers what was accepted.
 * @throws ClaimLost when another process has taken over the call.
 */
export function acceptRequest(
  database: Database,
  request: RequestToAccept,
  claim?: IdempotencyClaim,
): Promise<AcceptedRequest> {
  return database.inTransaction(async sql => {
    if (claim) await keepClaim(sql, claim);
    const before = await acceptedBefore(sql, request.requestId);
    if (before) return before;
    const reference = await nextReference(sql, request.receivedOn);
    const cases = request.cases(reference);
    const rights = cases.map(({ summary }) => summary.right);
    await writeRequest(sql, request, reference, rights);
    for (const write of request.sealedRows) await write(sql);
    await addIntake(sql, cases, request.grace ?? 15);
    await addSuppressions(sql, request.suppressions, request);
    await writeLikeness(sql, request.requestId, request.likeness);
    await writeSoughtNames(sql, request, request.soughtNames ?? []);
    await appendAudit(sql, [
      {
        action: 'RequestAccepted',
        by: request.acceptedBy,
        requestId: request.requestId,
        ...citeOf(rights),
        ...(request.commitment && { commitment: request.commitment }),
        ...(request.correlationId && { correlationId: request.correlationId }),
        detail: { reference, rights: rights.join(' ') },
      },
    ]);
    return { reference, cases, wasAccepted: false };
  });
}
