import { randomUUID } from 'node:crypto';
import type { LetterOrder, LetterOutcome } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';

/** The right to send a letter, for a while: longer than any socket may stay silent, so that two never send at once. */
export interface LetterClaim {
  readonly letterId: string;
  readonly lease: string;
  /** Which try this is, from 1. */
  readonly number: number;
}

/** The message as it is kept: sealed, because it names people. */
export interface SealedMessage {
  readonly sealed: Buffer;
  /** SHA-256 of the bytes that are sent, in hexadecimal. */
  readonly hash: string;
  readonly messageId: string;
  /** Bytes. */
  readonly size?: number;
  /** The mark in the address that reports come back to; 40 hexadecimal digits. */
  readonly returnToken?: string;
}

/** Which template wrote a letter, and an HMAC, under the request's key, of the data it was written from. */
export interface LetterOrigin {
  readonly template: string;
  readonly version: number;
  /** BCP 47. */
  readonly language: string;
  readonly dataHash: string;
}

/** What is kept of a letter once it is written. */
export interface KeptLetter {
  readonly message: SealedMessage;
  readonly origin: LetterOrigin;
  /** What it is printed from, should it go by post: sealed. */
  readonly document: Buffer;
}

export type Claimed =
  | { readonly kind: 'settled'; readonly outcome: LetterOutcome }
  | { readonly kind: 'not-built' }
  /** Another try holds it, for at most so many seconds. */
  | { readonly kind: 'busy'; readonly retryAfter: number }
  | {
      readonly kind: 'claimed';
      readonly claim: LetterClaim;
      readonly message: SealedMessage;
      /** Earlier tries whose end nobody knows: the letter may have gone out that often. */
      readonly unknownTries: number;
    };

/** What the SMTP server said; its words are sealed, since they repeat the address. */
export interface Reply {
  readonly code?: number;
  readonly sealedWords?: Buffer;
}

export interface Settled {
  readonly outcome: LetterOutcome['outcome'];
  /** Civil date in Europe/London and instant, by the case's own time. */
  readonly on: CivilDate;
  readonly at: string;
  readonly reply?: Reply;
  readonly isPossibleDuplicate?: boolean;
}

/** The lease ran out and another try has begun: what this one learned is no longer its to record. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(letterId: string) {
    super(`Another try has begun on letter ${letterId}: the lease ran out. Ask for its outcome.`);
  }
}

interface Row {
  readonly return_token: string | null;
  readonly state: string;
  readonly sealed_message: Buffer | null;
  readonly message_hash: string | null;
  readonly message_id: string | null;
  readonly tries: number;
  readonly unknown_tries: number;
  readonly outcome_on: CivilDate | null;
  readonly outcome_at: string | null;
  readonly left: number;
}

const columns = `return_token, state, sealed_message, message_hash, message_id, tries, unknown_tries, outcome_on, outcome_at,
  ceil(extract(epoch FROM leased_until - now()))::int AS left`;

const messageOf = (row: Row): SealedMessage | undefined =>
  row.sealed_message && row.message_hash && row.message_id
    ? {
        sealed: row.sealed_message,
        hash: row.message_hash,
        messageId: row.message_id,
        ...(row.return_token !== null && { returnToken: row.return_token }),
      }
    : undefined;

const outcomeOf = (letterId: string, row: Row): LetterOutcome | undefined =>
  row.outcome_on && row.outcome_at
    ? { letterId, outcome: row.state as LetterOutcome['outcome'], on: row.outcome_on, at: row.outcome_at }
    : undefined;

/** Letters on their way: one row each, whatever the number of cases or of tries. */
export class Letters {
  constructor(private readonly database: Database) {}

  /** Makes the letter's row where the register lane has not yet. @returns its outcome, where there is one, and whether it is written */
  async expect(
    order: LetterOrder,
  ): Promise<{ readonly outcome: LetterOutcome | undefined; readonly isWritten: boolean }> {
    const { letterId, requestId, level, kind, recipient, occasion } = order;
    const [row] = await this.database.query<Row>(
      `WITH made AS (
         INSERT INTO register.letter (letter_id, request_id, level, kind, recipient, occasion) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (letter_id) DO NOTHING)
       SELECT ${columns} FROM register.letter WHERE letter_id = $1`,
      [letterId, requestId, level, kind, recipient, occasion],
    );
    return { outcome: row && outcomeOf(letterId, row), isWritten: (row?.message_hash ?? null) !== null };
  }

  /** The message that is kept; undefined while none is built. */
  async message(letterId: string): Promise<SealedMessage | undefined> {
    const row = await this.find(letterId);
    return row && messageOf(row);
  }

  /** Keeps the letter if none is kept yet: what is sent is always the first. */
  async keep(letterId: string, { message, origin, document }: KeptLetter): Promise<void> {
    const { sealed, hash, messageId, size = null, returnToken = null } = message;
    const { template, version, language, dataHash } = origin;
    await this.database.change(
      `UPDATE register.letter SET sealed_message = $2, message_hash = $3, message_id = $4, built_at = now(),
         template = $5, template_version = $6, language = $7, data_hash = $8, sealed_document = $9,
         message_size = $10, return_token = $11
       WHERE letter_id = $1 AND sealed_message IS NULL`,
      [letterId, sealed, hash, messageId, template, version, language, dataHash, document, size, returnToken],
    );
  }

  /**
   * Takes the letter for one try. A try whose lease ran out counts as one whose end is unknown.
   * @param lease seconds
   */
  claim(letterId: string, lease: number): Promise<Claimed> {
    return this.claimAs(randomUUID(), letterId, lease);
  }

  private async claimAs(token: string, letterId: string, lease: number): Promise<Claimed> {
    const [row] = await this.database.query<Row>(
      `WITH taken AS (
         UPDATE register.letter SET lease = $2, leased_until = now() + make_interval(secs => $3), state = 'sending',
           tries = tries + 1, unknown_tries = unknown_tries + (state = 'sending')::int
         WHERE letter_id = $1 AND outcome_on IS NULL AND sealed_message IS NOT NULL
           AND (leased_until IS NULL OR leased_until <= now()) RETURNING letter_id, ${columns}),
       ended AS (
         UPDATE register.letter_try SET ended_at = now(), result = 'unknown'
         WHERE letter_id IN (SELECT letter_id FROM taken) AND ended_at IS NULL),
       begun AS (INSERT INTO register.letter_try (letter_id, number) SELECT letter_id, tries FROM taken)
       SELECT * FROM taken`,
      [letterId, token, lease],
    );
    const message = row && messageOf(row);
    if (!row || !message) return this.whyNot(letterId, await this.find(letterId));
    const claim = { letterId, lease: token, number: row.tries };
    return { kind: 'claimed', claim, message, unknownTries: row.unknown_tries };
  }

  /** The end of it. @throws LeaseLost */
  async settle(claim: LetterClaim, settled: Settled): Promise<LetterOutcome> {
    const { outcome, on, at, reply, isPossibleDuplicate = false } = settled;
    await this.end(claim, outcome === 'to-be-posted' ? 'refused' : outcome, reply, {
      set: 'state = $7, outcome_on = $8, outcome_at = $9, reply_code = $4, sealed_reply = $5, is_possible_duplicate = $10',
      values: [outcome, on, at, isPossibleDuplicate],
    });
    return { letterId: claim.letterId, outcome, on, at };
  }

  /** Not sent, and may be tried again. @throws LeaseLost */
  defer(claim: LetterClaim, reply?: Reply): Promise<void> {
    return this.end(claim, 'deferred', reply, { set: `state = 'deferred'`, values: [] });
  }

  /** Perhaps sent, and to be tried once more. @throws LeaseLost */
  endedUnknown(claim: LetterClaim): Promise<void> {
    return this.end(claim, 'unknown', undefined, {
      set: `state = 'deferred', unknown_tries = unknown_tries + 1`,
      values: [],
    });
  }

  /** An outcome without a try: nobody to send to by e-mail, or nothing left to send. The first outcome stays. */
  async settleUnsent(
    letterId: string,
    settled: Pick<Settled, 'outcome' | 'on' | 'at'>,
  ): Promise<LetterOutcome> {
    await this.database.change(
      `UPDATE register.letter SET state = $2, outcome_on = $3, outcome_at = $4 WHERE letter_id = $1 AND outcome_on IS NULL`,
      [letterId, settled.outcome, settled.on, settled.at],
    );
    const row = await this.find(letterId);
    return (row && outcomeOf(letterId, row)) ?? { letterId, ...settled };
  }

  /**
   * What it would have said is of no use any more: a reminder of a case that has closed.
   * @returns false where it has an outcome already, or a try is under way
   */
  async notNeeded(letterId: string, { on, at }: Pick<Settled, 'on' | 'at'>): Promise<boolean> {
    const changed = await this.database.change(
      `UPDATE register.letter SET state = 'not-needed', outcome_on = $2, outcome_at = $3
       WHERE letter_id = $1 AND outcome_on IS NULL AND state IN ('decided', 'deferred')`,
      [letterId, on, at],
    );
    return changed > 0;
  }

  private async find(letterId: string, sql: Sql = this.database): Promise<Row | undefined> {
    const [row] = await sql.query<Row>(`SELECT ${columns} FROM register.letter WHERE letter_id = $1`, [
      letterId,
    ]);
    return row;
  }

  private whyNot(letterId: string, row: Row | undefined): Claimed {
    const outcome = row && outcomeOf(letterId, row);
    if (outcome) return { kind: 'settled', outcome };
    if (!row?.sealed_message) return { kind: 'not-built' };
    return { kind: 'busy', retryAfter: Math.max(1, row.left) };
  }

  /** One statement for the letter and its try: they never part. @throws LeaseLost */
  private async end(
    { letterId, lease, number }: LetterClaim,
    result: string,
    reply: Reply | undefined,
    { set, values }: { readonly set: string; readonly values: readonly (string | boolean)[] },
  ): Promise<void> {
    const [row] = await this.database.query<{ readonly ended: boolean }>(
      `WITH ended AS (
         UPDATE register.letter SET lease = NULL, leased_until = NULL, ${set}
         WHERE letter_id = $1 AND lease = $2 RETURNING letter_id),
       try AS (
         UPDATE register.letter_try SET ended_at = now(), result = $6, reply_code = $4, sealed_reply = $5
         WHERE number = $3 AND letter_id IN (SELECT letter_id FROM ended))
       SELECT EXISTS (SELECT FROM ended) AS ended`,
      [letterId, lease, number, reply?.code ?? null, reply?.sealedWords ?? null, result, ...values],
    );
    if (!row?.ended) throw new LeaseLost(letterId);
  }
}
