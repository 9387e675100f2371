import type { Database } from '@duly/postgres';

/** A key that is no more, and since when. */
export interface KeyDestroyed {
  readonly of: 'request' | 'case' | 'copy';
  /** Of the request, the case or the copy. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly destroyedAt: string;
}

/**
 * Destroys the keys of a request and of its cases: what they locked can be read no more, in any copy but where a backup of this database
 * holds them still. Their rows stay without the keys. Doing it twice changes nothing and answers alike.
 */
export function destroyKeys(keys: Database, requestId: string): Promise<readonly KeyDestroyed[]> {
  return keys.inTransaction(async sql => {
    const destroyed = `SET wrapped = NULL, destroyed_at = now() WHERE request_id = $1 AND wrapped IS NOT NULL`;
    await sql.change(`UPDATE keys.request_key ${destroyed}`, [requestId]);
    await sql.change(`UPDATE keys.case_key ${destroyed}`, [requestId]);
    await sql.change(`UPDATE keys.copy_key ${destroyed}`, [requestId]);
    return sql.query<KeyDestroyed>(
      `SELECT 'request' AS of, request_id AS id, destroyed_at AS "destroyedAt" FROM keys.request_key WHERE request_id = $1
       UNION ALL SELECT 'case', case_id, destroyed_at FROM keys.case_key WHERE request_id = $1
       UNION ALL SELECT 'copy', copy_id, destroyed_at FROM keys.copy_key WHERE request_id = $1 ORDER BY 1 DESC, 2`,
      [requestId],
    );
  });
}

/** Of these requests, those that have a key: of an erased one, a backup of the database of keys has brought it back. */
export async function withKeys(keys: Database, requestIds: readonly string[]): Promise<readonly string[]> {
  const rows = await keys.query<{ request_id: string }>(
    `SELECT request_id FROM keys.request_key WHERE request_id = ANY($1) AND wrapped IS NOT NULL
     UNION SELECT request_id FROM keys.case_key WHERE request_id = ANY($1) AND wrapped IS NOT NULL
     UNION SELECT request_id FROM keys.copy_key WHERE request_id = ANY($1) AND wrapped IS NOT NULL`,
    [requestIds],
  );
  return rows.map(row => row.request_id);
}

/** Destroys the key of one copy; the request and what else it holds stay. Doing it twice changes nothing. */
export async function destroyCopyKey(keys: Database, copyId: string): Promise<void> {
  await keys.change(
    'UPDATE keys.copy_key SET wrapped = NULL, destroyed_at = now() WHERE copy_id = $1 AND wrapped IS NOT NULL',
    [copyId],
  );
}

/** Of these requests, the ones that were accepted. */
export type AcceptedOf = (requestIds: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Removes the keys of requests that were never accepted: the API makes keys first, and may then have died or been refused.
 * @param olderThan seconds; well above the time an opening may take, or a request being opened would lose its keys.
 * @returns how many were removed, at most a thousand; ask again until it is none.
 */
export async function sweepOrphanedKeys(
  keys: Database,
  olderThan: number,
  acceptedOf: AcceptedOf,
): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let removed = 0;
  while (removed < 1_000) {
    const rows = await keys.query<{ request_id: string }>(
      `SELECT request_id FROM keys.request_key
       WHERE request_id > $1 AND destroyed_at IS NULL AND created_at < now() - make_interval(secs => $2)
       ORDER BY request_id LIMIT 1000`,
      [after, olderThan],
    );
    const ids = rows.map(row => row.request_id);
    if (ids.length === 0) break;
    const accepted = await acceptedOf(ids);
    const orphans = ids.filter(id => !accepted.has(id));
    removed += await keys.change('DELETE FROM keys.request_key WHERE request_id = ANY($1)', [orphans]);
    after = ids.at(-1) ?? after;
  }
  return removed;
}
