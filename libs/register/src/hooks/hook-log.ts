import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import { limitOf } from '../case-list.js';
import { Conditions } from '../conditions.js';
import { cursorFrom, pageOf, type Page } from '../keyset.js';
import type { HookAttempt } from './hook-post.js';

export const deliveryStates = ['waiting', 'held', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One message to one endpoint, and every try. */
export interface HookDelivery {
  readonly deliveryId: string;
  readonly type: string;
  readonly caseId: string | null;
  readonly eventNumber: number | null;
  readonly recordedAt: string;
  readonly state: DeliveryState;
  /** Null where nothing more is tried. */
  readonly nextTry: string | null;
  readonly replays: number;
  readonly attempts: readonly (Omit<HookAttempt, 'excerpt'> & {
    readonly number: number;
    readonly isReplay: boolean;
    /** Sealed, in hexadecimal. */
    readonly excerpt: string | null;
  })[];
}

export interface DeliveriesAsked {
  readonly state?: DeliveryState;
  /** 1 to 200; default 50. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Instants, ISO 8601; `to` is not within. */
export interface ReplayRange {
  readonly from: string;
  readonly to: string;
  readonly states: readonly DeliveryState[];
}

const attempts = `coalesce((SELECT jsonb_agg(jsonb_build_object('number', a.number,
    'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'milliseconds', a.milliseconds, 'status', a.status,
    'because', a.because, 'excerpt', encode(a.excerpt, 'hex'), 'isReplay', a.is_replay) ORDER BY a.number)
  FROM register.hook_attempt a WHERE a.delivery_id = d.delivery_id), '[]')`;

/** What became of each message, and sending it again. */
export class HookLog {
  constructor(private readonly database: Database) {}

  /** The newest first. @throws WrongCursor */
  async list(
    hookId: string,
    { state, limit, cursor: written }: DeliveriesAsked,
  ): Promise<Page<HookDelivery>> {
    const conditions = new Conditions().where(hookId, 'd.hook_id = ?').where(state, 'd.state = ?');
    const cursor = cursorFrom(written);
    if (cursor)
      conditions.add('(d.recorded_at, d.delivery_id) < (?::timestamptz, ?::uuid)', cursor.after, cursor.id);
    const [where, most] = [conditions.text, conditions.place(limitOf(limit) + 1)];
    const rows = await this.database.query<HookDelivery & { readonly sorted: string }>(
      `SELECT d.delivery_id AS "deliveryId", d.type, d.case_id AS "caseId", d.event_number AS "eventNumber",
         d.recorded_at AS "recordedAt", d.state, CASE WHEN d.state = 'waiting' THEN d.next_try END AS "nextTry", d.replays,
         ${attempts} AS attempts, to_char(d.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sorted
       FROM register.hook_delivery d ${where} ORDER BY d.recorded_at DESC, d.delivery_id DESC LIMIT ${most}`,
      conditions.values,
    );
    return pageOf(
      rows,
      limitOf(limit),
      ({ sorted: _sorted, ...delivery }) => delivery,
      ({ sorted, deliveryId }) => ({ after: sorted, id: deliveryId }),
    );
  }

  /** Once more, under the same id. @returns false where the endpoint has no such message */
  replay(hookId: string, deliveryId: string, by: string): Promise<boolean> {
    return this.replayed(hookId, by, { delivery: deliveryId }, 'delivery_id = $2', [deliveryId]).then(
      many => many > 0,
    );
  }

  /** Everything that was recorded in a time, under the same ids. @returns how many go out */
  replayRange(hookId: string, { from, to, states }: ReplayRange, by: string): Promise<number> {
    const within = 'recorded_at >= $2 AND recorded_at < $3 AND state = ANY($4)';
    return this.replayed(hookId, by, { from, to }, within, [from, to, [...states]]);
  }

  /** A message that says nothing but that it arrives. */
  ping(hookId: string, deliveryId: string, by: string): Promise<void> {
    const payload = JSON.stringify({
      type: 'ping',
      timestamp: new Date().toISOString(),
      data: { hook: hookId },
    });
    return this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.hook_delivery (delivery_id, hook_id, type, payload, state) VALUES ($1, $2, 'ping', $3, 'waiting')
         ON CONFLICT (delivery_id) DO NOTHING`,
        [deliveryId, hookId, payload],
      );
      if (added > 0) await appendAudit(sql, [{ action: 'HookPinged', by, detail: { hook: hookId } }]);
    });
  }

  /** A try that is under way loses its claim: it is logged, and this one follows. */
  private replayed(
    hookId: string,
    by: string,
    what: Readonly<Record<string, string>>,
    where: string,
    values: readonly (string | string[])[],
  ): Promise<number> {
    return this.database.inTransaction(async sql => {
      const many = await sql.change(
        `UPDATE register.hook_delivery SET state = 'waiting', next_try = now(), tries = 0, replays = replays + 1, claim = NULL
         WHERE hook_id = $1 AND ${where}`,
        [hookId, ...values],
      );
      if (many > 0)
        await appendAudit(sql, [{ action: 'HookReplayed', by, detail: { hook: hookId, ...what, many } }]);
      return many;
    });
  }
}
