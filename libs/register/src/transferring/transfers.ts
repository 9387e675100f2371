import type { Database } from '@duly/postgres';
import { openTask, endTasks } from '../disclosing/delivery-tasks.js';
import { writeHappening } from '../disclosing/delivery-happenings.js';

export const transferStates = ['prepared', 'sending', 'received', 'failed'] as const;
export type TransferState = (typeof transferStates)[number];

/** Why a transfer can never succeed as it is. */
export const transferFailures = [
  'address-refused',
  'redirects',
  'not-let-in',
  'refused-there',
  'sent-before',
  'receipt-wrong',
  'receiver-removed',
  'package-gone',
] as const;
export type TransferFailure = (typeof transferFailures)[number];

/** What a transfer waits for; it is tried again for as long as its package lives. */
export const transferWaits = ['no-answer', 'certificate-refused', 'receiver-busy', 'tried-again'] as const;
export type TransferWait = (typeof transferWaits)[number];

/** What the person has been told of a transfer. */
export type TransferTold = 'received' | 'offered';

/** A package on its way to another controller (UK GDPR Art 20(2)). */
export interface Transfer {
  readonly deliveryId: string;
  readonly receiverId: string;
  readonly state: TransferState;
  /** How often it was begun. */
  readonly round: number;
  /** That the receiver has said it holds. */
  readonly sentBytes: number;
  readonly waitsFor: TransferWait | null;
  readonly because: TransferFailure | null;
  readonly begunBy: string | null;
  readonly begunAt: string | null;
  readonly settledAt: string | null;
  readonly receiptWords: string | null;
  /** What the receiver decided, once it has said so. */
  readonly outcome: 'accepted' | 'rejected' | null;
  /** When the person was offered the copy instead, since the day was near or the transfer had failed. */
  readonly offeredAt: string | null;
}

export interface TransferToTell {
  readonly deliveryId: string;
  readonly caseId: string;
  readonly told: TransferTold;
}

const select = `SELECT delivery_id AS "deliveryId", receiver_id AS "receiverId", state, round, sent_bytes AS "sentBytes",
  waits_for AS "waitsFor", because, begun_by AS "begunBy", begun_at AS "begunAt", settled_at AS "settledAt",
  receipt_words AS "receiptWords", outcome, offered_at AS "offeredAt" FROM register.transfer`;

/** Packages that go straight to another controller, and how far each is. */
export class Transfers {
  constructor(private readonly database: Database) {}

  async byId(deliveryId: string): Promise<Transfer | undefined> {
    const [found] = await this.database.query<Transfer>(`${select} WHERE delivery_id = $1`, [deliveryId]);
    return found;
  }

  ofCase(caseId: string): Promise<readonly Transfer[]> {
    return this.database.query<Transfer>(
      `${select} WHERE delivery_id IN (SELECT delivery_id FROM register.delivery WHERE case_id = $1)`,
      [caseId],
    );
  }

  /** Whose workflow has not been started. */
  async toStart(most: number): Promise<readonly Pick<Transfer, 'deliveryId' | 'round'>[]> {
    return this.database.query(
      `SELECT delivery_id AS "deliveryId", round FROM register.transfer WHERE state = 'sending' AND started_at IS NULL
       ORDER BY begun_at LIMIT $1`,
      [most],
    );
  }

  async started(deliveryId: string): Promise<void> {
    await this.database.change(
      'UPDATE register.transfer SET started_at = coalesce(started_at, now()) WHERE delivery_id = $1',
      [deliveryId],
    );
  }

  /** @returns false where it is under way, or has arrived */
  begin(deliveryId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const begun = await sql.change(
        `UPDATE register.transfer t SET state = 'sending', because = NULL, waits_for = NULL, round = round + 1, begun_by = $2,
           begun_at = now(), started_at = NULL, settled_at = NULL
         FROM register.delivery d WHERE d.delivery_id = t.delivery_id AND d.ended_at IS NULL AND t.delivery_id = $1
           AND t.state IN ('prepared', 'failed')`,
        [deliveryId, by],
      );
      if (begun === 0) return false;
      await writeHappening(sql, deliveryId, 'transfer-begun', by);
      return true;
    });
  }

  /** How far the receiver says it is. */
  async sent(deliveryId: string, bytes: number): Promise<void> {
    await this.database.change(
      `UPDATE register.transfer SET sent_bytes = $2, waits_for = NULL WHERE delivery_id = $1 AND state = 'sending'`,
      [deliveryId, bytes],
    );
  }

  async waitsFor(deliveryId: string, what: TransferWait): Promise<void> {
    await this.database.change(
      `UPDATE register.transfer SET waits_for = $2 WHERE delivery_id = $1 AND state = 'sending' AND waits_for IS DISTINCT FROM $2`,
      [deliveryId, what],
    );
  }

  /** The receiver has stated by its receipt that it holds exactly what was sent. @param receiptWords of the vault */
  received(deliveryId: string, receiptWords: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const settled = await sql.change(
        `UPDATE register.transfer SET state = 'received', receipt_words = $2, waits_for = NULL, settled_at = now()
         WHERE delivery_id = $1 AND state = 'sending'`,
        [deliveryId, receiptWords],
      );
      if (settled === 0) return;
      await writeHappening(sql, deliveryId, 'transfer-received', 'time');
      await endTasks(sql, deliveryId, 'offer-copy');
    });
  }

  /** For good, until somebody begins it anew: so somebody has a task. */
  failed(deliveryId: string, because: TransferFailure): Promise<void> {
    return this.database.inTransaction(async sql => {
      const settled = await sql.change(
        `UPDATE register.transfer SET state = 'failed', because = $2, waits_for = NULL, settled_at = now()
         WHERE delivery_id = $1 AND state = 'sending'`,
        [deliveryId, because],
      );
      if (settled === 0) return;
      await writeHappening(sql, deliveryId, 'transfer-refused', 'time');
      await openTask(sql, deliveryId, 'offer-copy');
    });
  }

  /** Arrived, and nobody knows yet what the receiver decides: asked ever more seldom, for so many days. */
  outcomesToAsk(days: number, most: number): Promise<readonly string[]> {
    return this.database
      .query<{ deliveryId: string }>(
        `UPDATE register.transfer SET asked_at = now() WHERE delivery_id IN (
           SELECT delivery_id FROM register.transfer WHERE state = 'received' AND outcome IS NULL
             AND settled_at > now() - make_interval(days => $1)
             AND (asked_at IS NULL OR asked_at < now() - greatest('2 seconds', least('1 hour', (now() - settled_at) / 10)))
           ORDER BY asked_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING delivery_id AS "deliveryId"`,
        [days, most],
      )
      .then(rows => rows.map(({ deliveryId }) => deliveryId));
  }

  decidedThere(deliveryId: string, outcome: 'accepted' | 'rejected'): Promise<void> {
    return this.database.inTransaction(async sql => {
      const known = await sql.change(
        `UPDATE register.transfer SET outcome = $2, outcome_at = now() WHERE delivery_id = $1 AND outcome IS NULL`,
        [deliveryId, outcome],
      );
      if (known > 0) await writeHappening(sql, deliveryId, `transfer-${outcome}`, 'time');
    });
  }

  /**
   * Transfers that have failed, or have not arrived so many days before the day to plan by, by the case's own clock: the person is to be
   * offered the copy, and a handler to send it. Once for each; one whose case has been answered needs no offer.
   */
  offerCopies(daysBefore: number, most: number): Promise<number> {
    return this.database.inTransaction(async sql => {
      const due = await sql.query<{ deliveryId: string }>(
        `UPDATE register.transfer SET offered_at = now() WHERE delivery_id IN (
           SELECT u.delivery_id FROM register.transfer u JOIN register.delivery e USING (delivery_id) JOIN register.case_row k USING (case_id)
           WHERE u.offered_at IS NULL AND u.state IN ('sending', 'failed') AND k.closed_on IS NULL
             AND (u.state = 'failed' OR (now() + make_interval(secs => k.clock_ahead_ms / 1000.0))::date >= k.plan_by - $1::int)
           ORDER BY u.begun_at LIMIT $2 FOR UPDATE OF u SKIP LOCKED)
         RETURNING delivery_id AS "deliveryId"`,
        [daysBefore, most],
      );
      for (const { deliveryId } of due) {
        await writeHappening(sql, deliveryId, 'copy-offered', 'time');
        await openTask(sql, deliveryId, 'offer-copy');
      }
      return due.length;
    });
  }

  /** Of which the person is still to be told: that it arrived, or that they are offered the copy. */
  toTell(most: number): Promise<readonly TransferToTell[]> {
    return this.database.query<TransferToTell>(
      `SELECT delivery_id AS "deliveryId", d.case_id AS "caseId", CASE WHEN t.state = 'received' THEN 'received' ELSE 'offered' END AS told
       FROM register.transfer t JOIN register.delivery d USING (delivery_id)
       WHERE (t.state = 'received' AND NOT 'received' = ANY(t.told))
         OR (t.state <> 'received' AND t.offered_at IS NOT NULL AND NOT 'offered' = ANY(t.told))
       ORDER BY t.begun_at LIMIT $1`,
      [most],
    );
  }

  async told(deliveryId: string, told: TransferTold): Promise<void> {
    await this.database.change(
      'UPDATE register.transfer SET told = array_append(told, $2) WHERE delivery_id = $1 AND NOT $2 = ANY(told)',
      [deliveryId, told],
    );
  }

  /** Once a case is answered there is nothing left to offer. */
  async endOffers(): Promise<void> {
    await this.database.change(
      `UPDATE register.task SET ended_by = opened_by, ended_at = now() WHERE kind = 'offer-copy' AND ended_by IS NULL
         AND case_id IN (SELECT case_id FROM register.case_row WHERE closed_on IS NOT NULL)`,
    );
  }
}
