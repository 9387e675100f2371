import { randomUUID } from 'node:crypto';
import type { LetterOrder, LetterOutcome } from '@duly/case';
import type { CivilDate } from '@duly/law';
import { Together, type Database } from '@duly/postgres';
import {
  claimLetters,
  endTries,
  letterColumns,
  lookAt,
  type AnsweredClaim,
  type Ending,
  type LetterRow,
  type Seen,
  type ToClaim,
} from './letter-tries.js';
import type { LetterClaim, Reply } from './letter-tries.js';

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

/** Which template wrote a letter, and HMACs, under the request's key, of the data it was written from and of its bytes' hash. */
export interface LetterOrigin {
  readonly template: string;
  readonly version: number;
  /** BCP 47. */
  readonly language: string;
  readonly dataHash: string;
  readonly commitment: string;
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

const outcomeOf = (letterId: string, row: LetterRow): LetterOutcome | undefined =>
  row.outcome_on && row.outcome_at
    ? { letterId, outcome: row.state as LetterOutcome['outcome'], on: row.outcome_on, at: row.outcome_at }
    : undefined;

type Bytes = Pick<AnsweredClaim, 'sealed_message' | 'message_hash' | 'message_id' | 'return_token'>;

const messageOf = (row: Bytes): SealedMessage | undefined =>
  row.sealed_message && row.message_hash && row.message_id
    ? {
        sealed: row.sealed_message,
        hash: row.message_hash,
        messageId: row.message_id,
        ...(row.return_token !== null && { returnToken: row.return_token }),
      }
    : undefined;

function claimedOf({ order: { letterId }, lease }: ToClaim, row: AnsweredClaim | undefined): Claimed {
  const message = row && messageOf(row);
  if (row?.is_taken && message) {
    const claim = { letterId, lease, number: row.tries };
    return { kind: 'claimed', claim, message, unknownTries: row.unknown_tries };
  }
  const outcome = row && outcomeOf(letterId, row);
  if (outcome) return { kind: 'settled', outcome };
  if (!row?.message_hash) return { kind: 'not-built' };
  return { kind: 'busy', retryAfter: Math.max(1, row.left ?? 1) };
}

/** Letters on their way: one row each, whatever the number of cases or of tries. */
export class Letters {
  private readonly looks: Together<LetterOrder, Seen>;
  private readonly claims: Together<ToClaim, Claimed>;
  private readonly endings: Together<LetterClaim & Ending, boolean>;

  constructor(private readonly database: Database) {
    this.looks = new Together(
      ({ letterId }) => letterId,
      asked => lookAt(database, asked),
    );
    this.claims = new Together(
      ({ order }) => order.letterId,
      async asked => {
        const rows = await claimLetters(database, asked);
        return asked.map((one, place) => claimedOf(one, rows[place]));
      },
    );
    this.endings = new Together(
      ({ letterId }) => letterId,
      asked => endTries(database, asked),
    );
  }

  /** The message that is kept; undefined while none is built. */
  async message(letterId: string): Promise<SealedMessage | undefined> {
    const [row] = await this.database.query<Bytes>(
      `SELECT sealed_message, message_hash, message_id, return_token FROM register.letter WHERE letter_id = $1`,
      [letterId],
    );
    return row && messageOf(row);
  }

  /** Keeps the letter if none is kept yet: what is sent is always the first. */
  async keep(letterId: string, { message, origin, document }: KeptLetter): Promise<void> {
    const { sealed, hash, messageId, size = null, returnToken = null } = message;
    const { template, version, language, dataHash, commitment } = origin;
    await this.database.change(
      `UPDATE register.letter SET sealed_message = $2, message_hash = $3, message_id = $4, built_at = now(),
         template = $5, template_version = $6, language = $7, data_hash = $8, sealed_document = $9,
         message_size = $10, return_token = $11, commitment = $12
       WHERE letter_id = $1 AND sealed_message IS NULL`,
      [
        ...[letterId, sealed, hash, messageId, template, version, language, dataHash, document, size],
        ...[returnToken, commitment],
      ],
    );
  }

  /** Whether its bytes are kept, or it has its outcome, and whether it was tried. Makes its row where the register lane has not yet. */
  look(order: LetterOrder): Promise<Seen> {
    return this.looks.ask(order);
  }

  /**
   * Takes the letter for one try, and makes its row where the register lane has not yet. A try whose lease ran out counts as one whose
   * end is unknown.
   * @param seconds how long it is held
   */
  claim(order: LetterOrder, seconds: number): Promise<Claimed> {
    return this.claims.ask({ order, lease: randomUUID(), seconds });
  }

  /** The end of it. @throws LeaseLost */
  async settle(claim: LetterClaim, settled: Settled): Promise<LetterOutcome> {
    const { outcome, on, at, reply, isPossibleDuplicate = false } = settled;
    const result = outcome === 'to-be-posted' ? 'refused' : outcome;
    await this.end(claim, { result, state: outcome, on, at, isPossibleDuplicate, reply });
    return { letterId: claim.letterId, outcome, on, at };
  }

  /** Not sent, and may be tried again. @throws LeaseLost */
  defer(claim: LetterClaim, reply?: Reply): Promise<void> {
    return this.end(claim, { result: 'deferred', state: 'deferred', reply });
  }

  /** Perhaps sent, and to be tried once more. @throws LeaseLost */
  endedUnknown(claim: LetterClaim): Promise<void> {
    return this.end(claim, { result: 'unknown', state: 'deferred' });
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

  private async find(letterId: string): Promise<LetterRow | undefined> {
    const [row] = await this.database.query<LetterRow>(
      `SELECT ${letterColumns} FROM register.letter WHERE letter_id = $1`,
      [letterId],
    );
    return row;
  }

  private async end(claim: LetterClaim, ending: Ending): Promise<void> {
    if (!(await this.endings.ask({ ...claim, ...ending }))) throw new LeaseLost(claim.letterId);
  }
}
