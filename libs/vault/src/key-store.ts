import { Together, type Database, type Sql } from '@duly/postgres';
import type { Erased } from './erased.js';
import type { Keyring } from './keyring.js';
import { newKey, type Place } from './sealing.js';

interface KeyRow {
  readonly master_key_id: string;
  readonly wrapped: Buffer | null;
  readonly destroyed_at: string | null;
}

const ofRequest = (requestId: string): Place => ['key of a request', requestId];
const ofCase = (caseId: string, requestId: string): Place => ['key of a case', requestId, caseId];
const ofCopy = (copyId: string, requestId: string): Place => ['key of a copy', requestId, copyId];
const ofOrganisation = (purpose: string): Place => ['key of the organisation', purpose];

/** A row that was asked for and never was: a fault in the caller, or a lost backup of the keys. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor(what: string) {
    super(
      `There is no key for this ${what}. Keys are made before anything is stored; restore the database of keys.`,
    );
  }
}

/** The database of keys. Nothing in it is of use without a master key, and no data opens without it. */
export class KeyStore {
  private readonly organisationKeys = new Map<string, Buffer>();
  private readonly requestKeys: Together<string, KeyRow | undefined>;

  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {
    this.requestKeys = new Together<string, KeyRow | undefined>(
      requestId => requestId,
      async asked => {
        const rows = await database.query<KeyRow & { readonly request_id: string }>(
          `SELECT request_id, master_key_id, wrapped, destroyed_at FROM keys.request_key WHERE request_id = ANY($1)`,
          [asked],
        );
        const found = new Map(rows.map(row => [row.request_id, row]));
        return asked.map(requestId => found.get(requestId));
      },
    );
  }

  /** Makes what is missing; keys that exist stay. A request whose keys were destroyed gets no new ones. */
  async create(requestId: string, caseIds: readonly string[]): Promise<void> {
    await this.database.inTransaction(async sql => {
      const { masterKeyId, wrapped } = this.keyring.wrap(ofRequest(requestId), newKey());
      await sql.change(
        `INSERT INTO keys.request_key (request_id, master_key_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [requestId, masterKeyId, wrapped],
      );
      for (const caseId of caseIds) await this.createForCase(sql, caseId, requestId);
    });
  }

  private async createForCase(sql: Sql, caseId: string, requestId: string): Promise<void> {
    const { masterKeyId, wrapped } = this.keyring.wrap(ofCase(caseId, requestId), newKey());
    await sql.change(
      `INSERT INTO keys.case_key (case_id, request_id, master_key_id, wrapped)
       SELECT $1, $2, $3, $4 FROM keys.request_key WHERE request_id = $2 AND wrapped IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [caseId, requestId, masterKeyId, wrapped],
    );
  }

  /** @throws KeyMissing @throws DoesNotOpen */
  async ofRequest(requestId: string): Promise<Buffer | Erased> {
    return this.opened(ofRequest(requestId), 'request', await this.requestKeys.ask(requestId.toLowerCase()));
  }

  /** @throws KeyMissing @throws DoesNotOpen */
  async ofCase(caseId: string): Promise<Buffer | Erased> {
    const [row] = await this.database.query<KeyRow & { readonly request_id: string }>(
      `SELECT request_id, master_key_id, wrapped, destroyed_at FROM keys.case_key WHERE case_id = $1`,
      [caseId],
    );
    return this.opened(ofCase(caseId, row?.request_id ?? ''), 'case', row);
  }

  /** The key of a copy that dies before its request; made at its first use. One that was destroyed is not made again. */
  async createCopy(copyId: string, requestId: string): Promise<void> {
    const { masterKeyId, wrapped } = this.keyring.wrap(ofCopy(copyId, requestId), newKey());
    await this.database.change(
      `INSERT INTO keys.copy_key (copy_id, request_id, master_key_id, wrapped)
       SELECT $1, $2, $3, $4 FROM keys.request_key WHERE request_id = $2 AND wrapped IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [copyId, requestId, masterKeyId, wrapped],
    );
  }

  /** The request's key and the copy's own together: it opens while both live. @throws KeyMissing @throws DoesNotOpen */
  async ofCopy(copyId: string, requestId: string): Promise<Buffer | Erased> {
    const [own, request] = await Promise.all([
      this.database.query<KeyRow>(
        `SELECT master_key_id, wrapped, destroyed_at FROM keys.copy_key WHERE copy_id = $1 AND request_id = $2`,
        [copyId, requestId],
      ),
      this.ofRequest(requestId),
    ]);
    if (!Buffer.isBuffer(request)) return request;
    const key = this.opened(ofCopy(copyId, requestId), 'copy', own[0]);
    return Buffer.isBuffer(key) ? Buffer.concat([request, key]) : key;
  }

  /** A key that outlives every request, for hashes that must stay comparable; made at its first use. */
  async ofOrganisation(purpose: string): Promise<Buffer> {
    const known = this.organisationKeys.get(purpose);
    if (known) return known;
    const { masterKeyId, wrapped } = this.keyring.wrap(ofOrganisation(purpose), newKey());
    await this.database.change(
      `INSERT INTO keys.organisation_key (purpose, master_key_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [purpose, masterKeyId, wrapped],
    );
    const [row] = await this.database.query<{ master_key_id: string; wrapped: Buffer }>(
      `SELECT master_key_id, wrapped FROM keys.organisation_key WHERE purpose = $1`,
      [purpose],
    );
    if (!row) throw new KeyMissing('purpose');
    const key = this.keyring.unwrap(ofOrganisation(purpose), {
      masterKeyId: row.master_key_id,
      wrapped: row.wrapped,
    });
    this.organisationKeys.set(purpose, key);
    return key;
  }

  private opened(place: Place, what: string, row: KeyRow | undefined): Buffer | Erased {
    if (!row) throw new KeyMissing(what);
    if (!row.wrapped) return { erased: true, erasedAt: row.destroyed_at ?? '' };
    return this.keyring.unwrap(place, { masterKeyId: row.master_key_id, wrapped: row.wrapped });
  }
}
