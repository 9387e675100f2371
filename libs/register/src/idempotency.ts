import { randomUUID } from 'node:crypto';
import { json, type Database, type Sql } from '@duly/postgres';
import { answeredCallEntry, answeredCallValues, type AnsweredCall } from './answered-call.js';

/** Whose call it is: the same key of another caller or route is another call. The key and the body come as HMACs. */
export interface CallKey {
  readonly caller: string;
  readonly route: string;
  readonly keyHash: string;
}

/** The right to work on a call. It lapses, so that the call survives the death of whoever held it. */
export interface IdempotencyClaim extends CallKey {
  readonly claim: string;
}

export type Begun<Work, Answer> =
  /** Nobody has worked on it, or whoever did has died: do it with this `work`, whose ids the first try chose. */
  | {
      readonly kind: 'claimed';
      readonly claim: IdempotencyClaim;
      readonly work: Work;
      readonly tookOver: boolean;
    }
  /** It was answered, a refusal perhaps: give the same answer. */
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Another is at work on it: ask again after so many seconds. */
  | { readonly kind: 'in-progress'; readonly retryAfter: number }
  /** The key was used with another body. */
  | { readonly kind: 'other-body' };

/** The claim on a call lapsed and another took it over: its work is theirs now. Ask for their answer. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';

  constructor() {
    super(
      'Another process has taken over this call because it took too long. Repeat it with the same Idempotency-Key.',
    );
  }
}

interface Row<Work, Answer> {
  readonly body_hash: string;
  readonly work: Work;
  readonly claim: string;
  readonly answer: Answer | null;
  readonly left: number;
  readonly is_new: boolean;
}

const whereCall = 'caller = $1 AND route = $2 AND key_hash = $3';
const callValues = ({ caller, route, keyHash }: CallKey) => [caller, route, keyHash] as const;

/** Makes sure, inside a transaction, that the call is still ours; holds others off until the transaction ends. @throws ClaimLost */
export async function keepClaim(sql: Sql, claim: IdempotencyClaim): Promise<void> {
  const kept = await sql.change(
    `UPDATE register.idempotency SET claimed_until = greatest(claimed_until, now() + interval '30 seconds')
     WHERE ${whereCall} AND claim = $4 AND answer IS NULL`,
    [...callValues(claim), claim.claim],
  );
  if (kept === 0) throw new ClaimLost();
}

/** Remembers what each POST was answered, so that the same call is carried out once and always answered alike. */
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Begins a call, or says what became of it.
   * @param work ids that a later try must reuse; kept as they were at the first try
   * @param lease seconds for which others are held off
   */
  async begin<Work, Answer>(
    key: CallKey,
    bodyHash: string,
    work: Work,
    lease = 30,
  ): Promise<Begun<Work, Answer>> {
    const claim = { ...key, claim: randomUUID() };
    const [row] = await this.database.query<Row<Work, Answer>>(
      `INSERT INTO register.idempotency AS mine (caller, route, key_hash, body_hash, work, claim, claimed_until)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
       ON CONFLICT (caller, route, key_hash) DO UPDATE SET
         claim = CASE WHEN mine.answer IS NULL AND mine.claimed_until <= now() AND mine.body_hash = EXCLUDED.body_hash
           THEN EXCLUDED.claim ELSE mine.claim END,
         claimed_until = CASE WHEN mine.answer IS NULL AND mine.claimed_until <= now() AND mine.body_hash = EXCLUDED.body_hash
           THEN EXCLUDED.claimed_until ELSE mine.claimed_until END
       RETURNING body_hash, work, claim, answer, ceil(extract(epoch FROM claimed_until - now()))::int AS left,
         (xmax = 0) AS is_new`,
      [...callValues(key), bodyHash, json(work), claim.claim, lease],
    );
    if (!row) throw new Error('PostgreSQL answered nothing to the beginning of a call. Repeat it.');
    if (row.body_hash !== bodyHash) return { kind: 'other-body' };
    if (row.answer !== null) return { kind: 'answered', answer: row.answer };
    if (row.claim !== claim.claim) return { kind: 'in-progress', retryAfter: Math.max(1, row.left) };
    return { kind: 'claimed', claim, work: row.work, tookOver: !row.is_new };
  }

  /** Keeps the answer, a refusal as well, and records both in one statement; whoever comes later gets it. @throws ClaimLost */
  async answer(claim: IdempotencyClaim, answer: object, call: AnsweredCall): Promise<void> {
    const kept = await this.database.query(
      `WITH kept AS (
         UPDATE register.idempotency SET answer = $5 WHERE ${whereCall} AND claim = $4 AND answer IS NULL RETURNING 1),
       entered AS (${answeredCallEntry})
       SELECT FROM kept`,
      [...callValues(claim), claim.claim, json(answer), ...answeredCallValues(call)],
    );
    if (kept.length === 0) throw new ClaimLost();
  }

  /** Lets the next try begin at once: the call failed in a way that says nothing about it (a server was away). */
  async abandon(claim: IdempotencyClaim): Promise<void> {
    await this.database.change(
      `UPDATE register.idempotency SET claimed_until = now() WHERE ${whereCall} AND claim = $4 AND answer IS NULL`,
      [...callValues(claim), claim.claim],
    );
  }

  /** Forgets answers older than so many seconds, at most ten thousand at a time. @returns how many */
  forget(olderThan: number): Promise<number> {
    return this.database.change(
      `DELETE FROM register.idempotency WHERE (caller, route, key_hash) IN (
         SELECT caller, route, key_hash FROM register.idempotency
         WHERE created_at < now() - make_interval(secs => $1) LIMIT 10000)`,
      [olderThan],
    );
  }
}
