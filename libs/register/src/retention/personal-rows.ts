import type { Sql } from '@duly/postgres';

/** What holds, or may hold, personal data of a request, by store, and how many there are; rows, whatever they are sealed by. */
export interface PersonalRows {
  readonly people: number;
  readonly words: number;
  readonly letters: number;
  readonly repliesOfMailServers: number;
  readonly mailReports: number;
  readonly failedAddresses: number;
  readonly blindIndexes: number;
  readonly answersKept: number;
  readonly hookExcerpts: number;
  readonly documents: number;
}

/** What stays: it names nobody once the keys are gone. */
export interface RowsThatStay {
  readonly events: number;
  readonly auditEntries: number;
  readonly letters: number;
  /** Keyed hashes of addresses that may get no marketing: an objection lasts (UK GDPR Art 21(3); R61). */
  readonly suppressions: number;
}

const ofLetters = 'letter_id IN (SELECT letter_id FROM register.letter WHERE request_id = $1)';
/** Answers to calls that name the request or one of its cases; they repeat references, and a later one may repeat more. */
const namesIt = `EXISTS (
  SELECT 1 FROM (SELECT $1::uuid::text AS id UNION SELECT case_id::text FROM register.intake WHERE request_id = $1) AS named
  WHERE position(named.id IN i.route) > 0 OR position(named.id IN i.work::text) > 0 OR position(named.id IN coalesce(i.answer::text, '')) > 0)`;
const ofHooks = `excerpt IS NOT NULL AND delivery_id IN (
  SELECT delivery_id FROM register.hook_delivery WHERE case_id IN (SELECT case_id FROM register.intake WHERE request_id = $1))`;

export async function countPersonalRows(
  sql: Sql,
  requestId: string,
): Promise<Omit<PersonalRows, 'documents'>> {
  const [row] = await sql.query<Omit<PersonalRows, 'documents'>>(
    `SELECT
       (SELECT count(*) FROM vault.person WHERE request_id = $1)::int AS people,
       (SELECT count(*) FROM vault.words WHERE request_id = $1)::int AS words,
       (SELECT count(*) FROM register.letter WHERE request_id = $1 AND sealed_message IS NOT NULL)::int AS letters,
       ((SELECT count(*) FROM register.letter WHERE request_id = $1 AND sealed_reply IS NOT NULL)
        + (SELECT count(*) FROM register.letter_try WHERE sealed_reply IS NOT NULL AND ${ofLetters}))::int AS "repliesOfMailServers",
       (SELECT count(*) FROM register.mail_report WHERE sealed_words IS NOT NULL AND ${ofLetters})::int AS "mailReports",
       (SELECT count(*) FROM register.address_failure WHERE request_id = $1)::int AS "failedAddresses",
       ((SELECT count(*) FROM register.look_alike WHERE request_id = $1)
        + (SELECT count(*) FROM register.sought_name WHERE request_id = $1))::int AS "blindIndexes",
       (SELECT count(*) FROM register.idempotency i WHERE ${namesIt})::int AS "answersKept",
       (SELECT count(*) FROM register.hook_attempt WHERE ${ofHooks})::int AS "hookExcerpts"`,
    [requestId],
  );
  if (!row) throw new Error('PostgreSQL counted nothing. Ask again.');
  return row;
}

export async function countRowsThatStay(sql: Sql, requestId: string): Promise<RowsThatStay> {
  const [row] = await sql.query<RowsThatStay>(
    `SELECT
       (SELECT count(*) FROM register.timeline WHERE case_id IN (SELECT case_id FROM register.intake WHERE request_id = $1))::int AS events,
       (SELECT count(*) FROM register.audit_entry WHERE request_id = $1)::int AS "auditEntries",
       (SELECT count(*) FROM register.letter WHERE request_id = $1)::int AS letters,
       (SELECT count(*) FROM register.suppression WHERE request_id = $1)::int AS suppressions`,
    [requestId],
  );
  if (!row) throw new Error('PostgreSQL counted nothing. Ask again.');
  return row;
}

/**
 * Removes what {@link countPersonalRows} counts. That a letter was written, sent and by which template stays; its bytes go, and their plain hash
 * and Message-ID with them: against a guessed name a plain hash of a letter would tell whether it was right. Doing it twice changes nothing.
 */
const removals: readonly string[] = [
  'DELETE FROM vault.person WHERE request_id = $1',
  'DELETE FROM vault.words WHERE request_id = $1',
  `UPDATE register.letter SET sealed_message = NULL, message_hash = NULL, message_id = NULL, message_size = NULL, return_token = NULL,
     sealed_reply = NULL, sealed_document = NULL, sealed_print = NULL, print_hash = NULL WHERE request_id = $1`,
  `UPDATE register.letter_try SET sealed_reply = NULL WHERE sealed_reply IS NOT NULL AND ${ofLetters}`,
  `UPDATE register.mail_report SET sealed_words = NULL WHERE sealed_words IS NOT NULL AND ${ofLetters}`,
  'DELETE FROM register.address_failure WHERE request_id = $1',
  'DELETE FROM register.look_alike WHERE request_id = $1',
  'DELETE FROM register.sought_name WHERE request_id = $1',
  `DELETE FROM register.idempotency i WHERE ${namesIt}`,
  `UPDATE register.hook_attempt SET excerpt = NULL WHERE ${ofHooks}`,
];

export async function removePersonalRows(sql: Sql, requestId: string): Promise<void> {
  for (const removal of removals) await sql.change(removal, [requestId]);
}
