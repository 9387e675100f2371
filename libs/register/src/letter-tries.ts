import type { LetterOrder, LetterOutcome } from '@duly/case';
import type { CivilDate } from '@duly/law';
import { json, type Database } from '@duly/postgres';

/** The right to send a letter, for a while: longer than any socket may stay silent, so that two never send at once. */
export interface LetterClaim {
  readonly letterId: string;
  readonly lease: string;
  /** Which try this is, from 1. */
  readonly number: number;
}

/** What the SMTP server said; its words are sealed, since they repeat the address. */
export interface Reply {
  readonly code?: number;
  readonly sealedWords?: Buffer;
}

/** Asks for the right to send a letter. */
export interface ToClaim {
  readonly order: LetterOrder;
  /** A UUID of this one try. */
  readonly lease: string;
  readonly seconds: number;
}

/** `untried`: its bytes are kept, or it has its outcome, and no try was ever begun. */
export type Seen = 'unwritten' | 'untried' | 'tried';

/** A letter's row, after the claim where it was taken. */
export interface LetterRow {
  readonly letter_id: string;
  readonly return_token: string | null;
  readonly state: string;
  readonly message_hash: string | null;
  readonly message_id: string | null;
  readonly tries: number;
  readonly unknown_tries: number;
  readonly outcome_on: CivilDate | null;
  readonly outcome_at: string | null;
  readonly left: number | null;
}

export interface AnsweredClaim extends LetterRow {
  readonly is_taken: boolean;
  readonly sealed_message: Buffer | null;
}

/** How a try ended, and what that makes of the letter. */
export interface Ending {
  readonly result: Exclude<LetterOutcome['outcome'], 'to-be-posted'> | 'deferred';
  readonly state: LetterOutcome['outcome'] | 'deferred';
  /** Only where this is the letter's outcome. */
  readonly on?: CivilDate;
  readonly at?: string;
  readonly isPossibleDuplicate?: boolean;
  readonly reply?: Reply | undefined;
}

export const letterColumns = `letter_id, return_token, state, message_hash, message_id, tries, unknown_tries, outcome_on,
  outcome_at, ceil(extract(epoch FROM leased_until - now()))::int AS left`;

const making = `INSERT INTO register.letter (letter_id, request_id, level, kind, recipient, occasion)
    SELECT letter_id, request_id, level, kind, recipient, occasion FROM asked ORDER BY letter_id
    ON CONFLICT (letter_id) DO NOTHING`;

/** An array, of which PostgreSQL knows that it is short: joined alone, it may read every letter there is. */
const isAsked = `letter.letter_id = ANY (ARRAY(SELECT letter_id FROM asked))`;

/** Which letters are written, or have their outcome without; makes the row of one that has none yet. */
const looking = `
  WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked(letter_id text, request_id uuid, level text, kind text,
      recipient text, occasion text)),
  made AS (${making})
  SELECT letter_id, tries FROM register.letter
  WHERE ${isAsked} AND (message_hash IS NOT NULL OR outcome_on IS NOT NULL)`;

/**
 * Takes letters, each for one try, and makes the row of one that has none yet. A try whose lease ran out counts as one whose end is
 * unknown. Rows are locked in one order, so that two workers never wait for one another.
 */
const claiming = `
  WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked(letter_id text, request_id uuid, level text, kind text,
      recipient text, occasion text, lease uuid, seconds float8)),
  made AS (${making}),
  locked AS MATERIALIZED (
    SELECT letter.letter_id, asked.lease, asked.seconds FROM register.letter JOIN asked USING (letter_id)
    WHERE ${isAsked} ORDER BY letter_id FOR UPDATE OF letter),
  taken AS (
    UPDATE register.letter SET lease = locked.lease, leased_until = now() + make_interval(secs => locked.seconds),
      state = 'sending', tries = tries + 1, unknown_tries = unknown_tries + (state = 'sending')::int
    FROM locked WHERE letter.letter_id = locked.letter_id AND ${isAsked} AND outcome_on IS NULL AND sealed_message IS NOT NULL
      AND (leased_until IS NULL OR leased_until <= now())
    RETURNING letter.*),
  ended AS (
    UPDATE register.letter_try SET ended_at = now(), result = 'unknown'
    WHERE letter_id IN (SELECT letter_id FROM taken) AND ended_at IS NULL),
  begun AS (INSERT INTO register.letter_try (letter_id, number) SELECT letter_id, tries FROM taken)
  SELECT true AS is_taken, sealed_message, ${letterColumns} FROM taken
  UNION ALL
  SELECT false, NULL, ${letterColumns} FROM register.letter
  WHERE ${isAsked} AND letter_id <> ALL (ARRAY(SELECT letter_id FROM taken))`;

/** One statement for letters and their tries: they never part. */
const ending = `
  WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked(letter_id text, lease uuid, number int, result text,
      state text, outcome_on date, outcome_at timestamptz, is_possible_duplicate boolean, reply_code int, sealed_reply bytea)),
  locked AS MATERIALIZED (
    SELECT asked.* FROM register.letter JOIN asked USING (letter_id) WHERE ${isAsked} ORDER BY letter_id FOR UPDATE OF letter),
  ended AS (
    UPDATE register.letter SET lease = NULL, leased_until = NULL, state = asked.state, outcome_on = asked.outcome_on,
      outcome_at = asked.outcome_at, is_possible_duplicate = asked.is_possible_duplicate,
      unknown_tries = unknown_tries + (asked.result = 'unknown' AND asked.outcome_on IS NULL)::int,
      reply_code = CASE WHEN asked.outcome_on IS NOT NULL THEN asked.reply_code END,
      sealed_reply = CASE WHEN asked.outcome_on IS NOT NULL THEN asked.sealed_reply END
    FROM locked AS asked WHERE letter.letter_id = asked.letter_id AND ${isAsked} AND letter.lease = asked.lease
    RETURNING asked.*),
  try AS (
    UPDATE register.letter_try SET ended_at = now(), result = ended.result, reply_code = ended.reply_code,
      sealed_reply = ended.sealed_reply
    FROM ended WHERE letter_try.letter_id = ended.letter_id AND letter_try.number = ended.number)
  SELECT letter_id FROM ended`;

const hex = (bytes: Buffer | undefined): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null);

const rowOf = ({ letterId, requestId, level, kind, recipient, occasion }: LetterOrder) => ({
  letter_id: letterId,
  request_id: requestId,
  level,
  kind,
  recipient,
  occasion,
});

/** @returns of each how far it has come */
export async function lookAt(database: Database, orders: readonly LetterOrder[]): Promise<readonly Seen[]> {
  const rows = await database.query<Pick<LetterRow, 'letter_id' | 'tries'>>(looking, [
    json(orders.map(rowOf)),
  ]);
  const tries = new Map(rows.map(row => [row.letter_id, row.tries]));
  return orders.map(({ letterId }) => {
    const many = tries.get(letterId);
    if (many === undefined) return 'unwritten';
    return many > 0 ? 'tried' : 'untried';
  });
}

/** @returns of each letter its row; of one that had none, nothing */
export async function claimLetters(
  database: Database,
  claims: readonly ToClaim[],
): Promise<readonly (AnsweredClaim | undefined)[]> {
  const asked = claims.map(({ order, lease, seconds }) => ({ ...rowOf(order), lease, seconds }));
  const rows = await database.query<AnsweredClaim>(claiming, [json(asked)]);
  const found = new Map(rows.map(row => [row.letter_id, row]));
  return asked.map(({ letter_id }) => found.get(letter_id));
}

/** @returns of each whether it was still its try's to end */
export async function endTries(
  database: Database,
  endings: readonly (LetterClaim & Ending)[],
): Promise<readonly boolean[]> {
  const asked = endings.map(
    ({ letterId, lease, number, result, state, on, at, reply, isPossibleDuplicate }) => ({
      letter_id: letterId,
      lease,
      number,
      result,
      state,
      outcome_on: on,
      outcome_at: at,
      is_possible_duplicate: isPossibleDuplicate ?? false,
      reply_code: reply?.code,
      sealed_reply: hex(reply?.sealedWords),
    }),
  );
  const rows = await database.query<{ readonly letter_id: string }>(ending, [json(asked)]);
  const ended = new Set(rows.map(({ letter_id }) => letter_id));
  return asked.map(({ letter_id }) => ended.has(letter_id));
}
