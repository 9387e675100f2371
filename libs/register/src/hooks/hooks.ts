import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import { selectHook, type DisabledBecause, type Hook } from './hook-row.js';

export interface HookToRegister {
  readonly hookId: string;
  readonly url: string;
  readonly types: readonly string[] | null;
  /** Sealed by the vault. */
  readonly secret: Buffer;
}

/** What is absent stays. */
export interface HookChange {
  readonly url?: string;
  readonly types?: readonly string[] | null;
}

/** Of an address, what the audit log may keep: its path may hold a word that lets in. */
const hostOf = (url: string): string => new URL(url).host;

/** Nothing more is tried; what waits is held for a replay. @returns whether it was enabled before */
export async function disableHook(
  sql: Sql,
  hookId: string,
  because: DisabledBecause,
  by: string,
): Promise<boolean> {
  const changed = await sql.change(
    `UPDATE register.hook SET disabled_at = now(), disabled_because = $2
     WHERE hook_id = $1 AND disabled_at IS NULL AND removed_at IS NULL`,
    [hookId, because],
  );
  if (changed === 0) return false;
  await sql.change(
    `UPDATE register.hook_delivery SET state = 'held' WHERE hook_id = $1 AND state = 'waiting'`,
    [hookId],
  );
  await appendAudit(sql, [{ action: 'HookDisabled', by, detail: { hook: hookId, because } }]);
  return true;
}

/** The endpoints of other systems, kept by administrators; each change with its audit entry, in one transaction. */
export class Hooks {
  constructor(private readonly database: Database) {}

  list(): Promise<readonly Hook[]> {
    return this.database.query<Hook>(`${selectHook} ORDER BY h.created_at, h.hook_id`);
  }

  async byId(hookId: string): Promise<Hook | undefined> {
    const [row] = await this.database.query<Hook>(`${selectHook} AND h.hook_id = $1`, [hookId]);
    return row;
  }

  /** The same id again changes nothing: a repeated call registers once. */
  register({ hookId, url, types, secret }: HookToRegister, by: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.hook (hook_id, url, types, created_by, secret)
         VALUES ($1, $2, (SELECT array_agg(t) FROM jsonb_array_elements_text(nullif($3::jsonb, 'null')) AS t), $4, $5)
         ON CONFLICT (hook_id) DO NOTHING`,
        [hookId, url, json(types), by, secret],
      );
      if (added === 0) return;
      const detail = { hook: hookId, host: hostOf(url), types: types?.join(' ') ?? null };
      await appendAudit(sql, [{ action: 'HookRegistered', by, detail }]);
    });
  }

  /** The newest secret, sealed, to whoever asks first; undefined to everybody afterwards. */
  async showSecret(hookId: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ secret: Buffer }>(
      `UPDATE register.hook SET secret_shown = true WHERE hook_id = $1 AND NOT secret_shown AND removed_at IS NULL RETURNING secret`,
      [hookId],
    );
    return row?.secret;
  }

  /** @returns false where there is none */
  change(hookId: string, { url, types }: HookChange, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.hook SET url = coalesce($2, url), types = CASE WHEN $3::jsonb IS NULL THEN types
         ELSE (SELECT array_agg(t) FROM jsonb_array_elements_text(nullif($3::jsonb, 'null')) AS t) END
       WHERE hook_id = $1 AND removed_at IS NULL`,
      [hookId, url ?? null, types === undefined ? null : json(types)],
      {
        action: 'HookChanged',
        by,
        detail: {
          hook: hookId,
          ...(url !== undefined && { host: hostOf(url) }),
          ...(types !== undefined && { types: types?.join(' ') ?? null }),
        },
      },
    );
  }

  disable(hookId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(sql => disableHook(sql, hookId, 'by-hand', by));
  }

  /** What was held stays so until it is replayed. */
  enable(hookId: string, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.hook SET disabled_at = NULL, disabled_because = NULL, failing_since = NULL
       WHERE hook_id = $1 AND disabled_at IS NOT NULL AND removed_at IS NULL`,
      [hookId],
      { action: 'HookEnabled', by, detail: { hook: hookId } },
    );
  }

  /** Its secrets are gone at once, its log by age. */
  remove(hookId: string, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.hook SET removed_at = now(), secret = '', secret_shown = true, earlier_secret = NULL, earlier_until = NULL
       WHERE hook_id = $1 AND removed_at IS NULL`,
      [hookId],
      { action: 'HookRemoved', by, detail: { hook: hookId } },
    );
  }

  /** Both secrets sign for so many hours; with 0 the earlier one ends at once. */
  rotate(hookId: string, secret: Buffer, overlapHours: number, by: string): Promise<boolean> {
    return this.changed(
      `UPDATE register.hook SET secret = $2, secret_shown = false,
         earlier_secret = CASE WHEN $3 > 0 THEN secret END, earlier_until = CASE WHEN $3 > 0 THEN now() + $3 * interval '1 hour' END
       WHERE hook_id = $1 AND removed_at IS NULL`,
      [hookId, secret, overlapHours],
      { action: 'HookSecretRotated', by, detail: { hook: hookId, overlapHours } },
    );
  }

  private changed(
    statement: string,
    values: Parameters<Sql['change']>[1],
    entry: Parameters<typeof appendAudit>[1][number],
  ): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      if ((await sql.change(statement, values)) === 0) return false;
      await appendAudit(sql, [entry]);
      return true;
    });
  }
}
