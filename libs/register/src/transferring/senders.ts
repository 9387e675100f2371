import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';

/** A controller from whom packages are taken. */
export interface Sender {
  readonly senderId: string;
  readonly title: string;
  /** To whom people there, and here, turn. */
  readonly contact: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export type SenderToRegister = Omit<Sender, 'createdBy' | 'createdAt'> & {
  /** Keyed hash of the token that it was given. */
  readonly tokenHash: string;
};

const select = `SELECT sender_id AS "senderId", title, contact, created_by AS "createdBy", created_at AS "createdAt" FROM register.sender`;

/** Controllers who may send packages here, each with a token of its own. */
export class Senders {
  constructor(private readonly database: Database) {}

  list(): Promise<readonly Sender[]> {
    return this.database.query<Sender>(`${select} WHERE removed_at IS NULL ORDER BY title, sender_id`);
  }

  /** Also one that was removed: what it sent stays. */
  async byId(senderId: string): Promise<Sender | undefined> {
    const [found] = await this.database.query<Sender>(`${select} WHERE sender_id = $1`, [senderId]);
    return found;
  }

  async byToken(tokenHash: string): Promise<Sender | undefined> {
    const [found] = await this.database.query<Sender>(`${select} WHERE token_hash = $1`, [tokenHash]);
    return found;
  }

  /** The same id again changes nothing. */
  async register({ senderId, title, contact, tokenHash }: SenderToRegister, by: string): Promise<void> {
    await this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.sender (sender_id, title, contact, token_hash, created_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (sender_id) DO UPDATE SET token_hash = EXCLUDED.token_hash`,
        [senderId, title, contact, tokenHash, by],
      );
      if (added > 0)
        await appendAudit(sql, [{ action: 'SenderRegistered', by, detail: { sender: senderId } }]);
    });
  }

  /** The earlier token lets nobody in from this moment on. @returns false where there is none */
  renewToken(senderId: string, tokenHash: string, by: string): Promise<boolean> {
    return this.changed(
      'UPDATE register.sender SET token_hash = $2 WHERE sender_id = $1 AND removed_at IS NULL',
      [senderId, tokenHash],
      'SenderTokenRenewed',
      by,
    );
  }

  /** It sends nothing more; what it sent stays. @returns false where there is none */
  remove(senderId: string, by: string): Promise<boolean> {
    return this.changed(
      'UPDATE register.sender SET removed_at = now(), token_hash = NULL WHERE sender_id = $1 AND removed_at IS NULL',
      [senderId],
      'SenderRemoved',
      by,
    );
  }

  private changed(
    statement: string,
    values: readonly [string, ...string[]],
    action: string,
    by: string,
  ): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      if ((await sql.change(statement, values)) === 0) return false;
      await appendAudit(sql, [{ action, by, detail: { sender: values[0] } }]);
      return true;
    });
  }
}
