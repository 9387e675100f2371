import type { Database } from '@duly/postgres';
import {
  incomingAudited,
  incomingChanged,
  selectIncoming,
  type Incoming,
  type IncomingFault,
  type IncomingPart,
  type IncomingToBegin,
} from './incoming-row.js';

/** Packages that other controllers send, from the first byte to what was decided of each item. */
export class IncomingPackages {
  constructor(private readonly database: Database) {}

  async byId(incomingId: string): Promise<Incoming | undefined> {
    const [found] = await this.database.query<Incoming>(`${selectIncoming} WHERE incoming_id = $1`, [
      incomingId,
    ]);
    return found;
  }

  async ofSender(senderId: string, transferId: string): Promise<Incoming | undefined> {
    const [found] = await this.database.query<Incoming>(
      `${selectIncoming} WHERE sender_id = $1 AND transfer_id = $2`,
      [senderId, transferId],
    );
    return found;
  }

  /** The newest first, those to assess before all. */
  list(most: number): Promise<readonly Incoming[]> {
    return this.database.query<Incoming>(
      `${selectIncoming} ORDER BY (state = 'to-assess') DESC, announced_at DESC, incoming_id LIMIT $1`,
      [most],
    );
  }

  /** Of these ids, those that are packages: their keys belong to something. */
  async keptOf(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT incoming_id AS id FROM register.incoming WHERE incoming_id = ANY($1)',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns false where this sender has announced the same transfer, or has sent the same bytes before */
  begin(incoming: IncomingToBegin): Promise<boolean> {
    const { incomingId, transferId, senderId, theirReference, bytes, announcement, announcedHash } = incoming;
    return this.database.inTransaction(async sql => {
      const begun = await sql.change(
        `INSERT INTO register.incoming (incoming_id, transfer_id, sender_id, their_reference, bytes, announcement, announced_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [incomingId, transferId, senderId, theirReference, bytes, announcement, announcedHash],
      );
      if (begun > 0)
        await incomingAudited(sql, 'PackageAnnounced', 'sender', incomingId, { sender: senderId });
      return begun > 0;
    });
  }

  parts(incomingId: string): Promise<readonly IncomingPart[]> {
    return this.database.query<IncomingPart>(
      `SELECT from_byte AS "fromByte", bytes, part_id AS "partId" FROM register.incoming_part WHERE incoming_id = $1 ORDER BY from_byte`,
      [incomingId],
    );
  }

  /** Of two pieces that begin at the same byte one counts. @returns false for the other */
  addPart(incomingId: string, { fromByte, bytes, partId }: IncomingPart): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const grown = await sql.change(
        `UPDATE register.incoming SET received_bytes = received_bytes + $3
         WHERE incoming_id = $1 AND state = 'receiving' AND received_bytes = $2 AND received_bytes + $3 <= bytes`,
        [incomingId, fromByte, bytes],
      );
      if (grown === 0) return false;
      await sql.change(
        'INSERT INTO register.incoming_part (incoming_id, from_byte, bytes, part_id) VALUES ($1, $2, $3, $4)',
        [incomingId, fromByte, bytes, partId],
      );
      return true;
    });
  }

  /** Whole, and as it was announced; from now on it lies in quarantine. */
  received(incomingId: string, receiptWords: string): Promise<boolean> {
    return incomingChanged(
      this.database,
      `UPDATE register.incoming SET state = 'received', receipt_words = $2, received_at = now() WHERE incoming_id = $1 AND state = 'receiving'`,
      [incomingId, receiptWords],
      'PackageReceived',
      'sender',
    );
  }

  /** Not taken; what came of it is to be destroyed. */
  refused(incomingId: string, because: IncomingFault): Promise<boolean> {
    return incomingChanged(
      this.database,
      `UPDATE register.incoming SET state = 'refused', because = $2, waits_for = NULL, examined_at = now()
       WHERE incoming_id = $1 AND state IN ('receiving', 'received')`,
      [incomingId, because],
      'PackageRefused',
      'time',
      { because },
    );
  }

  /** Those in quarantine that nobody looks at: each is one worker's alone for so many seconds. */
  toExamine(most: number, lease: number): Promise<readonly Incoming[]> {
    return this.database.query<Incoming>(
      `WITH mine AS (UPDATE register.incoming SET looked_at = now() WHERE incoming_id IN (
         SELECT incoming_id FROM register.incoming WHERE state = 'received'
           AND (looked_at IS NULL OR looked_at < now() - make_interval(secs => $2)) ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING incoming_id)
       ${selectIncoming} WHERE incoming_id IN (SELECT incoming_id FROM mine)`,
      [most, lease],
    );
  }

  async waitsFor(incomingId: string, what: string): Promise<void> {
    await this.database.change(
      `UPDATE register.incoming SET waits_for = $2 WHERE incoming_id = $1 AND state = 'received'`,
      [incomingId, what],
    );
  }
}
