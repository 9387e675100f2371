import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit, type AuditEntry } from '../audit.js';
import { selectSource, type Source } from './source.js';

export type SourceToRegister = Pick<
  Source,
  'sourceId' | 'name' | 'title' | 'kind' | 'rights' | 'entities' | 'terms'
> & {
  /** Sealed by the vault. */
  readonly secret: Buffer | null;
};

/** What is absent stays. */
export type SourceChange = Partial<Pick<Source, 'title' | 'rights' | 'entities' | 'terms'>> & {
  readonly secret?: Buffer;
};

/** The sources of data, kept by administrators; each change with its audit entry, in one transaction. */
export class Sources {
  constructor(private readonly database: Database) {}

  /** Those that are not removed, by their names. */
  list(): Promise<readonly Source[]> {
    return this.database.query<Source>(`${selectSource} WHERE removed_at IS NULL ORDER BY name`);
  }

  async byId(sourceId: string): Promise<Source | undefined> {
    const [source] = await this.database.query<Source>(
      `${selectSource} WHERE source_id = $1 AND removed_at IS NULL`,
      [sourceId],
    );
    return source;
  }

  /** The same id again changes nothing. @returns false where another source has the name */
  register(source: SourceToRegister, by: string): Promise<boolean> {
    const { sourceId, name, title, kind, rights, entities, terms, secret } = source;
    return this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.source (source_id, name, title, kind, rights, entities, terms, secret, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        [sourceId, name, title, kind, rights, json(entities), json(terms), secret, by],
      );
      if (added > 0) {
        await appendAudit(sql, [
          { action: 'SourceRegistered', by, detail: { source: sourceId, name, kind, version: 1 } },
        ]);
        return true;
      }
      const [same] = await sql.query('SELECT 1 FROM register.source WHERE source_id = $1', [sourceId]);
      return same !== undefined;
    });
  }

  /** @returns false where there is none */
  change(sourceId: string, change: SourceChange, by: string): Promise<boolean> {
    const { title, rights, entities, terms, secret } = change;
    return this.changed(
      `UPDATE register.source SET title = coalesce($2, title), rights = CASE WHEN $3 THEN $4::text[] ELSE rights END,
         entities = coalesce($5, entities), terms = coalesce($6, terms), secret = coalesce($7, secret),
         version = version + 1, changed_at = now()
       WHERE source_id = $1 AND removed_at IS NULL`,
      [
        sourceId,
        title ?? null,
        rights !== undefined,
        rights ?? null,
        entities ? json(entities) : null,
        terms ? json(terms) : null,
        secret ?? null,
      ],
      { action: 'SourceChanged', by, detail: { source: sourceId } },
    );
  }

  /** It is asked no more; what it answered stays. Its secrets are gone at once. */
  remove(sourceId: string, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.source SET removed_at = now(), secret = NULL, earlier_secret = NULL, earlier_until = NULL
       WHERE source_id = $1 AND removed_at IS NULL`,
      [sourceId],
      { action: 'SourceRemoved', by, detail: { source: sourceId } },
    );
  }

  /** Both secrets sign for so many hours; with 0 the earlier one ends at once. */
  rotate(sourceId: string, secret: Buffer, overlapHours: number, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.source SET secret = $2, secret_shown = false,
         earlier_secret = CASE WHEN $3 > 0 THEN secret END, earlier_until = CASE WHEN $3 > 0 THEN now() + $3 * interval '1 hour' END
       WHERE source_id = $1 AND removed_at IS NULL`,
      [sourceId, secret, overlapHours],
      { action: 'SourceSecretRotated', by, detail: { source: sourceId, overlapHours } },
    );
  }

  /** Sealed; once for each secret. Undefined where it has been shown. */
  async secretToShow(sourceId: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ secret: Buffer | null }>(
      `UPDATE register.source SET secret_shown = true WHERE source_id = $1 AND NOT secret_shown AND removed_at IS NULL RETURNING secret`,
      [sourceId],
    );
    return row?.secret ?? undefined;
  }

  private changed(
    statement: string,
    values: Parameters<Sql['change']>[1],
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      if ((await sql.change(statement, values)) === 0) return false;
      await appendAudit(sql, [entry]);
      return true;
    });
  }
}
