import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';

export const deliveryWays = ['link', 'post', 'transfer'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];
/** By which other channel the code is told. */
export const codeChannels = ['phone', 'post'] as const;
export type CodeChannel = (typeof codeChannels)[number];

export const deliveryHappenings = [
  'prepared',
  'sent',
  'opened',
  'code-told',
  'wrong-code',
  'locked',
  'downloaded',
  'broken-off',
  'expired',
  'used-up',
  'sent-again',
  'posted',
  'copy-destroyed',
] as const;
export type DeliveryHappening = (typeof deliveryHappenings)[number];

export interface DeliveryEvent {
  readonly deliveryId: string;
  readonly link: number | null;
  readonly what: DeliveryHappening;
  /** A staff id, `person`, `post` or `time`. */
  readonly by: string;
  readonly words: string | null;
  readonly at: string;
}

export interface Delivery {
  readonly deliveryId: string;
  readonly packageId: string;
  readonly caseId: string;
  readonly requestId: string;
  /** From 1, in its case. */
  readonly number: number;
  readonly way: DeliveryWay;
  readonly codeBy: CodeChannel | null;
  /** Downloads that one link allows. */
  readonly uses: number;
  /** For which one link is good. */
  readonly days: number;
  readonly recipient: 'requester' | 'recipient';
  readonly preparedBy: string;
  readonly preparedAt: string;
  readonly endedAt: string | null;
}

export type DeliveryToPrepare = Omit<Delivery, 'number' | 'preparedBy' | 'preparedAt' | 'endedAt'>;

export interface DeliveryLink {
  readonly linkId: string;
  readonly deliveryId: string;
  readonly number: number;
  readonly until: string | null;
  readonly uses: number;
  readonly used: number;
  readonly wantsCode: boolean;
  readonly hasCode: boolean;
  readonly codeTries: number;
  readonly lockedAt: string | null;
  readonly endedAt: string | null;
}

const select = `delivery_id AS "deliveryId", package_id AS "packageId", case_id AS "caseId", request_id AS "requestId", number, way,
  code_by AS "codeBy", uses, days, recipient, prepared_by AS "preparedBy", prepared_at AS "preparedAt", ended_at AS "endedAt"
  FROM register.delivery`;

const selectLink = `link_id AS "linkId", delivery_id AS "deliveryId", number, until, uses, used, wants_code AS "wantsCode",
  code_hash IS NOT NULL AS "hasCode", code_tries AS "codeTries", locked_at AS "lockedAt", ended_at AS "endedAt"`;

/** How packages reach people, and what became of it. */
export class Deliveries {
  constructor(private readonly database: Database) {}

  async byId(deliveryId: string): Promise<Delivery | undefined> {
    const [found] = await this.database.query<Delivery>(`SELECT ${select} WHERE delivery_id = $1`, [
      deliveryId,
    ]);
    return found;
  }

  /** The newest first. */
  ofCase(caseId: string): Promise<readonly Delivery[]> {
    return this.database.query<Delivery>(`SELECT ${select} WHERE case_id = $1 ORDER BY number DESC`, [
      caseId,
    ]);
  }

  links(caseId: string): Promise<readonly DeliveryLink[]> {
    return this.database.query<DeliveryLink>(
      `SELECT ${selectLink} FROM register.delivery_link WHERE delivery_id IN
         (SELECT delivery_id FROM register.delivery WHERE case_id = $1) ORDER BY made_at, number`,
      [caseId],
    );
  }

  /** Everything that happened to the deliveries of a case, in order. */
  events(caseId: string): Promise<readonly DeliveryEvent[]> {
    return this.database.query<DeliveryEvent>(
      `SELECT delivery_id AS "deliveryId", link, what, by, words, at FROM register.delivery_event WHERE case_id = $1 ORDER BY number`,
      [caseId],
    );
  }

  /** The same id again changes nothing. */
  async prepare(delivery: DeliveryToPrepare, by: string): Promise<void> {
    const { deliveryId, packageId, caseId, requestId, way, codeBy, uses, days, recipient } = delivery;
    await this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [caseId]);
      const made = await sql.change(
        `INSERT INTO register.delivery (delivery_id, package_id, case_id, request_id, number, way, code_by, uses, days, recipient, prepared_by)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10 FROM register.delivery WHERE case_id = $3
         ON CONFLICT (delivery_id) DO NOTHING`,
        [deliveryId, packageId, caseId, requestId, way, codeBy, uses, days, recipient, by],
      );
      if (made === 0) return;
      await sql.change(
        `INSERT INTO register.delivery_event (delivery_id, case_id, what, by) VALUES ($1, $2, 'prepared', $3)`,
        [deliveryId, caseId, by],
      );
      const detail = { delivery: deliveryId, package: packageId, way };
      await appendAudit(sql, [{ action: 'DeliveryPrepared', by, requestId, caseId, detail }]);
    });
  }

  /** Writes one happening, with its audit entry. */
  async happened(
    { deliveryId, caseId, requestId }: Pick<Delivery, 'deliveryId' | 'caseId' | 'requestId'>,
    what: DeliveryHappening,
    {
      by,
      link = null,
      words = null,
    }: { readonly by: string; readonly link?: number | null; readonly words?: string | null },
  ): Promise<void> {
    await this.database.inTransaction(async sql => {
      await sql.change(
        `INSERT INTO register.delivery_event (delivery_id, case_id, link, what, by, words) VALUES ($1, $2, $3, $4, $5, $6)`,
        [deliveryId, caseId, link, what, by, words],
      );
      const detail = { delivery: deliveryId, what, link };
      await appendAudit(sql, [{ action: 'DeliveryHappened', by, requestId, caseId, detail }]);
    });
  }

  /** Links whose time is over are said to be, once. */
  async tellExpired(most: number): Promise<number> {
    return this.database.inTransaction(sql =>
      sql.change(
        `WITH over AS (
           SELECT link_id FROM register.delivery_link WHERE NOT expiry_told AND until <= now() ORDER BY until LIMIT $1 FOR UPDATE SKIP LOCKED),
         told AS (UPDATE register.delivery_link l SET expiry_told = true FROM over WHERE l.link_id = over.link_id
           RETURNING l.delivery_id, l.number, l.ended_at)
         INSERT INTO register.delivery_event (delivery_id, case_id, link, what, by)
         SELECT t.delivery_id, d.case_id, t.number, 'expired', 'time' FROM told t JOIN register.delivery d USING (delivery_id)
         WHERE t.ended_at IS NULL`,
        [most],
      ),
    );
  }
}
