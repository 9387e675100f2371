import type { Sql } from '@duly/postgres';

/** Those that wait for one another: holds, further runs of a case, and the erasure that looks for them. @returns whether there is such a request */
export async function lockRequest(sql: Sql, requestId: string): Promise<boolean> {
  const rows = await sql.query('SELECT 1 FROM register.request WHERE request_id = $1 FOR UPDATE', [
    requestId,
  ]);
  return rows.length > 0;
}

/** From the last look at what stands against it on: there is no way back. Under {@link lockRequest}. */
export async function isBeingErased(sql: Sql, requestId: string): Promise<boolean> {
  const erasing = await sql.query(
    `SELECT 1 FROM register.erasure_request WHERE request_id = $1 AND state IN ('destroying', 'removing', 'erased')`,
    [requestId],
  );
  return erasing.length > 0;
}
