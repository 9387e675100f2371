import { randomUUID } from 'node:crypto';
import type { Database, Sql } from '@duly/postgres';
import { disableHook } from './hooks.js';
import type { DisabledBecause } from './hook-row.js';

/** A message that was taken to be sent, for as long as the lease lasts. */
export interface HookMessage {
  readonly deliveryId: string;
  readonly hookId: string;
  readonly claim: string;
  readonly url: string;
  /** The bytes to send, the same at each try. */
  readonly payload: string;
  /** Sealed; the newest first, and the earlier one while it is in force. */
  readonly secrets: readonly Buffer[];
  /** This one included; a replay begins anew. */
  readonly tries: number;
}

export interface HookAttempt {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly milliseconds: number;
  /** Of the answer; null where there was none, and then `because` says why. */
  readonly status: number | null;
  readonly because: string | null;
  /** Sealed; null where nothing is quoted. */
  readonly excerpt: Buffer | null;
}

/** `again`: after so many seconds. `gone`: 410, the endpoint wants nothing more. */
export type HookOutcome =
  { readonly kind: 'delivered' | 'failed' | 'gone' } | { readonly kind: 'again'; readonly after: number };

export interface HooksTaken {
  readonly most: number;
  /** At once for one endpoint, so that a slow one holds up no other. */
  readonly perHook: number;
  /** Endpoints that have as many under way already. */
  readonly busy: readonly string[];
  /** Seconds; longer than a try may last. */
  readonly lease: number;
}

type Row = Omit<HookMessage, 'secrets'> & { readonly secret: Buffer; readonly earlier: Buffer | null };

/** The messages that wait for other systems. Whoever takes one has it for a while; if they die it comes round again, under the same id. */
export class HookPost {
  constructor(private readonly database: Database) {}

  async take({ most, perHook, busy, lease }: HooksTaken): Promise<readonly HookMessage[]> {
    const rows = await this.database.query<Row>(
      `WITH due AS (
         SELECT d.delivery_id FROM register.hook AS h CROSS JOIN LATERAL (
           SELECT delivery_id, next_try FROM register.hook_delivery WHERE hook_id = h.hook_id AND state = 'waiting' AND next_try <= now()
           ORDER BY next_try LIMIT $2 FOR UPDATE SKIP LOCKED) AS d
         WHERE h.disabled_at IS NULL AND h.removed_at IS NULL AND h.hook_id <> ALL($3::uuid[]) ORDER BY d.next_try LIMIT $1)
       UPDATE register.hook_delivery AS waiting
       SET tries = waiting.tries + 1, claim = $4, next_try = now() + $5 * interval '1 second'
       FROM due, register.hook AS h
       WHERE waiting.delivery_id = due.delivery_id AND h.hook_id = waiting.hook_id
       RETURNING waiting.delivery_id AS "deliveryId", waiting.hook_id AS "hookId", waiting.claim, h.url, waiting.payload, waiting.tries,
         h.secret, CASE WHEN h.earlier_until > now() THEN h.earlier_secret END AS earlier`,
      [most, perHook, [...busy], randomUUID(), lease],
    );
    return rows.map(({ secret, earlier, ...row }) => ({
      ...row,
      secrets: earlier === null ? [secret] : [secret, earlier],
    }));
  }

  /**
   * What became of a try, for the log and for what comes next. A try whose lease was lost is logged, and decides nothing more.
   * @param giveUpAfter seconds of failing alone, after which the endpoint is disabled
   * @returns why the endpoint was disabled by it; undefined where it was not
   */
  settle(message: HookMessage, attempt: HookAttempt, outcome: HookOutcome, giveUpAfter: number) {
    const { hookId } = message;
    return this.database.inTransaction(async (sql): Promise<DisabledBecause | undefined> => {
      // The endpoint first, as whoever disables it does, so that two never wait for one another.
      await sql.query('SELECT 1 FROM register.hook WHERE hook_id = $1 FOR NO KEY UPDATE', [hookId]);
      if (!(await logAttempt(sql, message, attempt))) return undefined;
      await settleDelivery(sql, message, outcome);
      if (outcome.kind === 'delivered') {
        await sql.change(
          'UPDATE register.hook SET failing_since = NULL WHERE hook_id = $1 AND failing_since IS NOT NULL',
          [hookId],
        );
        return undefined;
      }
      const because =
        outcome.kind === 'gone'
          ? 'gone'
          : (await hasFailedFor(sql, hookId, giveUpAfter))
            ? 'failing'
            : undefined;
      return because && (await disableHook(sql, hookId, because, 'post')) ? because : undefined;
    });
  }

  /** Removes what is older, and what waited for an endpoint that was removed. @param olderThan seconds @returns how many */
  sweep(olderThan: number): Promise<number> {
    return this.database.change(
      `DELETE FROM register.hook_delivery AS d USING register.hook AS h
       WHERE h.hook_id = d.hook_id AND d.recorded_at < now() - $1 * interval '1 second'
         AND (d.state <> 'waiting' OR h.removed_at IS NOT NULL)`,
      [olderThan],
    );
  }
}

/** @returns false where the message is gone */
async function logAttempt(sql: Sql, { deliveryId }: HookMessage, attempt: HookAttempt): Promise<boolean> {
  const { at, milliseconds, status, because, excerpt } = attempt;
  const [row] = await sql.query('SELECT 1 FROM register.hook_delivery WHERE delivery_id = $1 FOR UPDATE', [
    deliveryId,
  ]);
  if (!row) return false;
  await sql.change(
    `INSERT INTO register.hook_attempt (delivery_id, number, at, milliseconds, status, because, excerpt, is_replay)
     SELECT $1, coalesce((SELECT max(number) FROM register.hook_attempt WHERE delivery_id = $1), 0) + 1, $2, $3, $4, $5, $6, d.replays > 0
     FROM register.hook_delivery AS d WHERE d.delivery_id = $1`,
    [deliveryId, at, milliseconds, status, because, excerpt],
  );
  return true;
}

async function settleDelivery(
  sql: Sql,
  { deliveryId, claim }: HookMessage,
  outcome: HookOutcome,
): Promise<void> {
  const state = outcome.kind === 'again' ? 'waiting' : outcome.kind === 'gone' ? 'failed' : outcome.kind;
  await sql.change(
    // One that was held meanwhile stays held where it is to be tried again.
    `UPDATE register.hook_delivery SET claim = NULL, next_try = now() + $4 * interval '1 second',
       state = CASE WHEN $3 = 'waiting' THEN state ELSE $3 END
     WHERE delivery_id = $1 AND claim = $2`,
    [deliveryId, claim, state, outcome.kind === 'again' ? outcome.after : 0],
  );
}

async function hasFailedFor(sql: Sql, hookId: string, seconds: number): Promise<boolean> {
  const [row] = await sql.query<{ long: boolean }>(
    `UPDATE register.hook SET failing_since = coalesce(failing_since, now()) WHERE hook_id = $1
     RETURNING failing_since <= now() - $2 * interval '1 second' AS long`,
    [hookId, seconds],
  );
  return row?.long ?? false;
}
