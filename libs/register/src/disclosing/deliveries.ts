import type { Database } from '@duly/postgres';
import { writeHappening, type DeliveryHappening } from './delivery-happenings.js';
import { appendAudit } from '../audit.js';
import { openTask, endTasks } from './delivery-tasks.js';

export const deliveryWays = ['link', 'post', 'transfer'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];
/** By which other channel the code is told. */
export const codeChannels = ['phone', 'post'] as const;
export type CodeChannel = (typeof codeChannels)[number];

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

export type DeliveryToPrepare = Omit<Delivery, 'number' | 'preparedBy' | 'preparedAt' | 'endedAt'> & {
  /** To whom it goes straight; of a transfer alone. */
  readonly receiverId?: string;
};

const select = `delivery_id AS "deliveryId", package_id AS "packageId", case_id AS "caseId", request_id AS "requestId", number, way,
  code_by AS "codeBy", uses, days, recipient, prepared_by AS "preparedBy", prepared_at AS "preparedAt", ended_at AS "endedAt"
  FROM register.delivery`;

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

  /** Everything that happened to the deliveries of a case, in order. */
  events(caseId: string): Promise<readonly DeliveryEvent[]> {
    return this.database.query<DeliveryEvent>(
      `SELECT delivery_id AS "deliveryId", link, what, by, words, at FROM register.delivery_event WHERE case_id = $1 ORDER BY number`,
      [caseId],
    );
  }

  /** The same id again changes nothing. */
  async prepare(delivery: DeliveryToPrepare, by: string): Promise<void> {
    const { deliveryId, packageId, caseId, requestId, way, codeBy, uses, days, recipient, receiverId } =
      delivery;
    await this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [caseId]);
      const made = await sql.change(
        `INSERT INTO register.delivery (delivery_id, package_id, case_id, request_id, number, way, code_by, uses, days, recipient, prepared_by)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10 FROM register.delivery WHERE case_id = $3
         ON CONFLICT (delivery_id) DO NOTHING`,
        [deliveryId, packageId, caseId, requestId, way, codeBy, uses, days, recipient, by],
      );
      if (made === 0) return;
      if (receiverId !== undefined)
        await sql.change('INSERT INTO register.transfer (delivery_id, receiver_id) VALUES ($1, $2)', [
          deliveryId,
          receiverId,
        ]);
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
    deliveryId: string,
    what: DeliveryHappening,
    {
      by,
      link = null,
      words = null,
    }: { readonly by: string; readonly link?: number | null; readonly words?: string | null },
  ): Promise<void> {
    await this.database.inTransaction(sql => writeHappening(sql, deliveryId, what, by, link, words));
  }

  /** A letter that no event of the case decided is shown among its letters all the same. */
  async letterOfCase(
    letterId: string,
    where: { readonly caseId: string; readonly run: number; readonly decided: number },
  ) {
    await this.database.change(
      `INSERT INTO register.letter_of_case (case_id, letter_id, run, decided) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [where.caseId, letterId, where.run, where.decided],
    );
  }

  /** What goes by post is for a person to do. Once. */
  toPost(deliveryId: string): Promise<void> {
    return this.database.inTransaction(sql => openTask(sql, deliveryId, 'post-package'));
  }

  /** @returns false where it is no delivery by post */
  posted(deliveryId: string, by: string, words: string | null): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const [found] = await sql.query(
        `SELECT 1 FROM register.delivery WHERE delivery_id = $1 AND way = 'post' AND ended_at IS NULL`,
        [deliveryId],
      );
      if (!found) return false;
      await writeHappening(sql, deliveryId, 'posted', by, null, words);
      await endTasks(sql, deliveryId, 'post-package');
      return true;
    });
  }
}
