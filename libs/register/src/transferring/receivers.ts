import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';

/** A controller to whom packages may be sent straight. */
export interface Receiver {
  readonly receiverId: string;
  readonly title: string;
  /** Where it takes packages: the address of its transfers. */
  readonly url: string;
  /** The public key by which its receipts are proved. */
  readonly receiptKey: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export type ReceiverToRegister = Omit<Receiver, 'createdBy' | 'createdAt'> & {
  /** Sealed by the vault: it lets us in there. */
  readonly token: Buffer;
};

const select = `SELECT receiver_id AS "receiverId", title, url, receipt_key AS "receiptKey", created_by AS "createdBy",
  created_at AS "createdAt" FROM register.receiver`;

/** The list of controllers to whom packages may go: nothing goes to an address that is not on it. */
export class Receivers {
  constructor(private readonly database: Database) {}

  list(): Promise<readonly Receiver[]> {
    return this.database.query<Receiver>(`${select} WHERE removed_at IS NULL ORDER BY title, receiver_id`);
  }

  async byId(receiverId: string): Promise<Receiver | undefined> {
    const [found] = await this.database.query<Receiver>(
      `${select} WHERE receiver_id = $1 AND removed_at IS NULL`,
      [receiverId],
    );
    return found;
  }

  /** Also of one that was removed: what went to it stays on record. */
  async titleOf(receiverId: string): Promise<string> {
    const [found] = await this.database.query<{ title: string }>(
      'SELECT title FROM register.receiver WHERE receiver_id = $1',
      [receiverId],
    );
    return found?.title ?? '';
  }

  /** Undefined once it is removed. */
  async tokenOf(receiverId: string): Promise<Buffer | undefined> {
    const [found] = await this.database.query<{ token: Buffer }>(
      'SELECT token FROM register.receiver WHERE receiver_id = $1 AND removed_at IS NULL',
      [receiverId],
    );
    return found?.token;
  }

  /** The same id again changes nothing. */
  async register(receiver: ReceiverToRegister, by: string): Promise<void> {
    const { receiverId, title, url, receiptKey, token } = receiver;
    await this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.receiver (receiver_id, title, url, receipt_key, token, created_by)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [receiverId, title, url, receiptKey, token, by],
      );
      if (added > 0)
        await appendAudit(sql, [{ action: 'ReceiverRegistered', by, detail: { receiver: receiverId } }]);
    });
  }

  /** Nothing goes there any more, from the next piece on; its token is gone at once. @returns false where there is none */
  remove(receiverId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const removed = await sql.change(
        'UPDATE register.receiver SET removed_at = now(), token = NULL WHERE receiver_id = $1 AND removed_at IS NULL',
        [receiverId],
      );
      if (removed === 0) return false;
      await appendAudit(sql, [{ action: 'ReceiverRemoved', by, detail: { receiver: receiverId } }]);
      return true;
    });
  }
}
