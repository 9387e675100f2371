import type { CivilDate } from '@duly/law';
import { json, type Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import type { EntityHeld } from '../collecting/source.js';
import type { LeftOutReason } from './review.js';

export const packageStates = ['building', 'ready', 'failed', 'destroyed'] as const;
export type PackageState = (typeof packageStates)[number];

/** The records of one entity, and what is left out of them. */
export interface RecordsToPack {
  readonly documentId: string;
  readonly source: string;
  readonly entity: EntityHeld;
  readonly withoutFields: readonly string[];
  /** From 1. */
  readonly withoutRecords: readonly number[];
}

export interface OriginalToPack {
  readonly documentId: string;
  readonly source: string;
  /** From 1, in its source: it names the file. */
  readonly number: number;
  readonly mediaType: string;
  readonly nameWords: string | null;
}

/** What the manifest says of something that is not there, as far as the law lets it be told. */
export interface LeftOut {
  readonly source: string;
  /** Null of a document. */
  readonly entity: string | null;
  readonly what: 'fields' | 'records' | 'everything' | 'parts of a document';
  readonly fields: readonly string[];
  readonly records: number;
  readonly because: LeftOutReason;
  /** Of an exemption that the person may be told of. */
  readonly paragraph: string | null;
}

/** What a package is made of, decided once: every part that is written later is written from exactly this. */
export interface PackageInputs {
  readonly records: readonly RecordsToPack[];
  readonly originals: readonly OriginalToPack[];
  readonly leftOut: readonly LeftOut[];
}

export interface Package {
  readonly packageId: string;
  readonly caseId: string;
  readonly requestId: string;
  readonly reference: string;
  /** From 1, in its case. */
  readonly number: number;
  readonly state: PackageState;
  readonly isEncrypted: boolean;
  readonly passwordWords: string | null;
  readonly inputs: PackageInputs;
  readonly reviewVersion: string;
  readonly madeOn: CivilDate;
  /** Null until it is planned. */
  readonly parts: number | null;
  readonly partsWritten: number;
  readonly bytes: number | null;
  /** Its SHA-256: words in the vault. */
  readonly hashWords: string | null;
  /** Why it failed, or what it waits for; null where neither. */
  readonly failure: string | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly readyAt: string | null;
  readonly keepUntil: string | null;
  readonly destroyedAt: string | null;
}

export type PackageToMake = Pick<
  Package,
  | 'packageId'
  | 'caseId'
  | 'requestId'
  | 'reference'
  | 'isEncrypted'
  | 'passwordWords'
  | 'inputs'
  | 'reviewVersion'
  | 'madeOn'
>;

export interface PackagePart {
  readonly number: number;
  readonly partId: string;
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: number | null;
  readonly isWritten: boolean;
}

const select = `p.package_id AS "packageId", p.case_id AS "caseId", p.request_id AS "requestId", p.reference, p.number, p.state,
  p.is_encrypted AS "isEncrypted", p.password_words AS "passwordWords", p.contents AS inputs, p.review_version AS "reviewVersion",
  p.made_on AS "madeOn", p.parts, (SELECT count(*)::int FROM register.package_part t WHERE t.package_id = p.package_id
    AND t.written_at IS NOT NULL) AS "partsWritten", p.bytes, p.hash_words AS "hashWords", p.failure, p.asked_by AS "askedBy",
  p.asked_at AS "askedAt", p.ready_at AS "readyAt", p.keep_until AS "keepUntil", p.destroyed_at AS "destroyedAt"
  FROM register.package p`;

/** Packages and how far each is. What is in them lies sealed in the store of documents. */
export class Packages {
  constructor(private readonly database: Database) {}

  async byId(packageId: string): Promise<Package | undefined> {
    const [found] = await this.database.query<Package>(`SELECT ${select} WHERE p.package_id = $1`, [
      packageId,
    ]);
    return found;
  }

  /** The newest first. */
  ofCase(caseId: string): Promise<readonly Package[]> {
    return this.database.query<Package>(`SELECT ${select} WHERE p.case_id = $1 ORDER BY p.number DESC`, [
      caseId,
    ]);
  }

  /** The same id again changes nothing. @returns false where another of the case is being built */
  make(toMake: PackageToMake, by: string): Promise<boolean> {
    const { packageId, caseId, requestId, reference, isEncrypted, passwordWords, inputs } = toMake;
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 30))', [caseId]);
      const [other] = await sql.query(
        `SELECT 1 FROM register.package WHERE case_id = $1 AND state = 'building' AND package_id <> $2`,
        [caseId, packageId],
      );
      if (other) return false;
      const made = await sql.change(
        `INSERT INTO register.package (package_id, case_id, request_id, reference, number, is_encrypted, password_words, contents,
           review_version, made_on, asked_by)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10 FROM register.package WHERE case_id = $2
         ON CONFLICT (package_id) DO NOTHING`,
        [
          ...[packageId, caseId, requestId, reference, isEncrypted, passwordWords],
          ...[json(inputs), toMake.reviewVersion, toMake.madeOn, by],
        ],
      );
      const entry = { by, requestId, caseId, detail: { package: packageId, isEncrypted } };
      if (made > 0) await appendAudit(sql, [{ action: 'PackageBegun', ...entry }]);
      return true;
    });
  }

  /** Those whose workflow has not been started. */
  async toBegin(most: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ packageId: string }>(
      `SELECT package_id AS "packageId" FROM register.package WHERE state = 'building' AND begun_at IS NULL ORDER BY asked_at LIMIT $1`,
      [most],
    );
    return rows.map(({ packageId }) => packageId);
  }

  async begun(packageId: string): Promise<void> {
    await this.database.change(
      'UPDATE register.package SET begun_at = coalesce(begun_at, now()) WHERE package_id = $1',
      [packageId],
    );
  }

  /** Its files, in their order. */
  parts(packageId: string): Promise<readonly PackagePart[]> {
    return this.database.query<PackagePart>(
      `SELECT number, part_id AS "partId", path, media_type AS "mediaType", description, bytes, written_at IS NOT NULL AS "isWritten"
       FROM register.package_part WHERE package_id = $1 ORDER BY number`,
      [packageId],
    );
  }

  /** Plans the same once: a second plan changes nothing. */
  async plan(packageId: string, parts: readonly Omit<PackagePart, 'bytes' | 'isWritten'>[]): Promise<void> {
    await this.database.inTransaction(async sql => {
      await sql.change(
        `INSERT INTO register.package_part (package_id, number, part_id, path, media_type, description)
         SELECT $1, number, "partId", path, "mediaType", description
         FROM jsonb_to_recordset($2::jsonb) AS part(number int, "partId" uuid, path text, "mediaType" text, description text)
         ON CONFLICT DO NOTHING`,
        [packageId, json(parts)],
      );
      await sql.change('UPDATE register.package SET parts = $2 WHERE package_id = $1', [
        packageId,
        parts.length,
      ]);
    });
  }

  async partWritten(packageId: string, number: number, bytes: number): Promise<void> {
    await this.database.change(
      `UPDATE register.package_part SET bytes = $3, written_at = coalesce(written_at, now()) WHERE package_id = $1 AND number = $2`,
      [packageId, number, bytes],
    );
    await this.waitsFor(packageId, null);
  }

  /** What it waits for while it is built; null: nothing. */
  async waitsFor(packageId: string, what: string | null): Promise<void> {
    await this.database.change(
      `UPDATE register.package SET failure = $2 WHERE package_id = $1 AND state = 'building' AND failure IS DISTINCT FROM $2`,
      [packageId, what],
    );
  }

  /** @param keptFor seconds from now */
  async ready(packageId: string, bytes: number, hashWords: string, keptFor: number): Promise<void> {
    await this.ended(
      packageId,
      `state = 'ready', failure = NULL, ready_at = now(), keep_until = now() + make_interval(secs => $4), bytes = $2, hash_words = $3`,
      [bytes, hashWords, keptFor],
      'PackageReady',
    );
  }

  /** For good: it must be built anew. */
  async failed(packageId: string, because: string): Promise<void> {
    await this.ended(
      packageId,
      `state = 'failed', failure = $2, keep_until = now()`,
      [because],
      'PackageFailed',
    );
  }

  /** Whose day has come, and which are not gone yet. */
  toDestroy(most: number): Promise<readonly Pick<Package, 'packageId' | 'caseId' | 'requestId'>[]> {
    return this.database.query(
      `SELECT package_id AS "packageId", case_id AS "caseId", request_id AS "requestId" FROM register.package
       WHERE destroyed_at IS NULL AND keep_until <= now() ORDER BY keep_until LIMIT $1`,
      [most],
    );
  }

  /** Its bytes and its key are gone. The record that it was made, and how it reached the person, stays. */
  destroyed(packageId: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const [row] = await sql.query<{ requestId: string; caseId: string }>(
        `UPDATE register.package SET state = 'destroyed', destroyed_at = now() WHERE package_id = $1 AND destroyed_at IS NULL
         RETURNING request_id AS "requestId", case_id AS "caseId"`,
        [packageId],
      );
      if (!row) return;
      await sql.change(
        'UPDATE register.delivery SET ended_at = coalesce(ended_at, now()) WHERE package_id = $1',
        [packageId],
      );
      await sql.change(
        `INSERT INTO register.delivery_event (delivery_id, case_id, what, by)
         SELECT delivery_id, case_id, 'copy-destroyed', 'time' FROM register.delivery WHERE package_id = $1`,
        [packageId],
      );
      await appendAudit(sql, [
        { action: 'PackageDestroyed', by: 'time', ...row, detail: { package: packageId } },
      ]);
    });
  }

  private async ended(
    packageId: string,
    set: string,
    values: readonly (string | number)[],
    action: string,
  ): Promise<void> {
    await this.database.inTransaction(async sql => {
      const [row] = await sql.query<{ requestId: string; caseId: string }>(
        `UPDATE register.package SET ${set} WHERE package_id = $1 AND state = 'building'
         RETURNING request_id AS "requestId", case_id AS "caseId"`,
        [packageId, ...values],
      );
      if (row) await appendAudit(sql, [{ action, by: 'time', ...row, detail: { package: packageId } }]);
    });
  }
}
