import { readHead, signHead, writtenKey, type SigningKey, type TreeHead } from '@duly/audit';
import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import type { AuditTree } from './audit-tree.js';

/** Whose log it is, and the keys that sign its heads: more than one while they are exchanged. */
export interface HeadSigner {
  readonly origin: string;
  readonly keys: readonly SigningKey[];
}

export interface KeptHead {
  readonly number: number;
  readonly size: number;
  /** ISO 8601. */
  readonly signedAt: string;
  /** The signed text, as it is published. */
  readonly note: string;
}

/** The tree does not go on from the head that was signed last: nothing is signed any more until somebody has found out why. */
export class TreeDoesNotGoOn extends Error {
  override readonly name = 'TreeDoesNotGoOn';

  constructor(size: number) {
    super(
      `The tree of the audit log does not begin with the ${size} entries that were signed last: the log was changed or cut. ` +
        'No head is signed. Compare the database with its backups; `duly audit check` names what was changed.',
    );
  }
}

const columns = 'number, size, signed_at AS "signedAt", note';

/** Signed tree heads: who holds one can show later that nothing before it was changed. */
export class AuditHeads {
  constructor(
    private readonly database: Database,
    private readonly tree: AuditTree,
  ) {}

  /**
   * Signs the tree as it is, after giving every waiting entry its place.
   * @throws TreeDoesNotGoOn where it is another tree than the one signed before
   */
  async sign(signer: HeadSigner): Promise<KeptHead> {
    await this.keepKeys(signer);
    await this.tree.grow();
    const now = await this.tree.at();
    await this.mustGoOn(now.size);
    const at = new Date().toISOString();
    const note = signHead({ origin: signer.origin, ...now, at }, signer.keys);
    const [kept] = await this.database.query<KeptHead>(
      `INSERT INTO register.audit_head (size, signed_at, note) VALUES ($1, $2, $3) RETURNING ${columns}`,
      [now.size, at, note],
    );
    if (!kept) throw new Error('The tree head was not kept.');
    return kept;
  }

  /** A head that covers so many entries: the latest, or a new one. @throws TreeDoesNotGoOn */
  async covering(size: number, signer: HeadSigner): Promise<KeptHead> {
    const latest = await this.latest();
    return latest && latest.size >= size ? latest : this.sign(signer);
  }

  async latest(): Promise<KeptHead | undefined> {
    const [row] = await this.database.query<KeptHead>(
      `SELECT ${columns} FROM register.audit_head ORDER BY number DESC LIMIT 1`,
    );
    return row;
  }

  /** Heads in the order they were signed. */
  after(number: number, limit: number): Promise<readonly KeptHead[]> {
    return this.database.query<KeptHead>(
      `SELECT ${columns} FROM register.audit_head WHERE number > $1 ORDER BY number LIMIT $2`,
      [number, limit],
    );
  }

  /** The latest heads over fewer entries than these, one for each size, oldest first. */
  async over(fewerThan: number, limit: number): Promise<readonly KeptHead[]> {
    const rows = await this.database.query<KeptHead>(
      `SELECT DISTINCT ON (size) ${columns} FROM register.audit_head WHERE size < $1 AND size > 0
       ORDER BY size DESC, number DESC LIMIT $2`,
      [fewerThan, limit],
    );
    return rows.toReversed();
  }

  /** Heads that were not published at this place yet, oldest first. */
  toPublish(place: string, limit: number): Promise<readonly KeptHead[]> {
    return this.database.query<KeptHead>(
      `SELECT ${columns} FROM register.audit_head h WHERE NOT EXISTS (
         SELECT FROM register.audit_head_publication p WHERE p.head = h.number AND p.place = $1)
       ORDER BY number LIMIT $2`,
      [place, limit],
    );
  }

  async published({ number }: KeptHead, place: string): Promise<void> {
    await this.database.inTransaction(async sql => {
      const added = await sql.change(
        'INSERT INTO register.audit_head_publication (head, place) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [number, place],
      );
      if (added > 0)
        await appendAudit(sql, [
          { action: 'TreeHeadPublished', by: 'time', detail: { head: number, place } },
        ]);
    });
  }

  /** Every public key that ever signed, as it is written; none is ever removed, so that old heads can still be verified. */
  async keys(): Promise<readonly string[]> {
    const rows = await this.database.query<{ readonly written: string }>(
      'SELECT written FROM register.audit_key ORDER BY first_used_at, written',
    );
    return rows.map(({ written }) => written);
  }

  private async keepKeys({ keys }: HeadSigner): Promise<void> {
    const kept = new Set(await this.keys());
    for (const written of keys.map(({ publicKey }) => writtenKey(publicKey))) {
      if (kept.has(written)) continue;
      await this.database.inTransaction(async sql => {
        const added = await sql.change(
          'INSERT INTO register.audit_key (written) VALUES ($1) ON CONFLICT DO NOTHING',
          [written],
        );
        if (added > 0)
          await appendAudit(sql, [{ action: 'AuditKeyInUse', by: 'operator', detail: { key: written } }]);
      });
    }
  }

  private async mustGoOn(size: number): Promise<void> {
    const latest = await this.latest();
    const before: TreeHead | undefined = latest && readHead(latest.note);
    if (!before || before.size === 0) return;
    const isLess = before.size > size;
    if (isLess || !(await this.tree.at(before.size)).root.equals(before.root))
      throw new TreeDoesNotGoOn(before.size);
  }
}
