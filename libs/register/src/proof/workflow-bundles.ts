import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';

/** SHA-256 of a bundle, in hexadecimal: the SDK names a worker's build by it, so each history says which code made it. */
export const hashOfBundle = (code: string): string => createHash('sha256').update(code).digest('hex');

/** The code of every workflow bundle that a worker ever ran, by its hash: a history is replayed by the code that made it. */
export class WorkflowBundles {
  constructor(private readonly database: Database) {}

  /** Keeps the code and records it, once. @returns its hash */
  async keep(project: string, code: string): Promise<string> {
    const hash = hashOfBundle(code);
    const known = await this.database.query('SELECT 1 FROM register.workflow_bundle WHERE hash = $1', [hash]);
    if (known.length > 0) return hash;
    await this.database.inTransaction(async sql => {
      const added = await sql.change(
        'INSERT INTO register.workflow_bundle (hash, project, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [hash, project, gzipSync(code)],
      );
      if (added > 0)
        await appendAudit(sql, [{ action: 'WorkflowBundleKept', by: 'operator', detail: { project, hash } }]);
    });
    return hash;
  }

  /** The code; undefined where no worker that keeps its code ever ran it. */
  async code(hash: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ readonly code: Buffer }>(
      'SELECT code FROM register.workflow_bundle WHERE hash = $1',
      [hash],
    );
    return row && gunzipSync(row.code).toString('utf8');
  }
}
