import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '@duly/audit';
import { rulesets } from '@duly/law';
import type { Database } from '@duly/postgres';
import { appendAudit, type AuditEntry } from '../audit.js';

/** A process that begins its work, and what it will work by. */
export interface ProcessStart {
  readonly app: 'api' | 'worker';
  /** Without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** SHA-256 of the program that runs, in hexadecimal. */
  readonly code: string;
  /** SHA-256 of each workflow bundle, by its project; none for a process without workflows. */
  readonly bundles?: Readonly<Record<string, string>>;
}

/** SHA-256 of the program that this process runs, in hexadecimal. Its chunks are named by their content, so it speaks for them too. */
export const hashOfProgram = (): string =>
  createHash('sha256')
    .update(readFileSync(process.argv[1] ?? process.execPath))
    .digest('hex');

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Every ruleset with all that is data in it: it changes when the law that is applied does. */
export const rulesetsHash = (): string => hashOf(JSON.parse(JSON.stringify(rulesets)));

interface Before {
  readonly settings: string | null;
  readonly rulesets: string | null;
  readonly code: string | null;
}

const changes: readonly (readonly [keyof Before, string])[] = [
  ['settings', 'SettingsChanged'],
  ['rulesets', 'RulesetsChanged'],
  ['code', 'CodeChanged'],
];

/** Records by which settings, law and code a process works from now on, and which of them differ from its last start. */
export function processStarted(database: Database, start: ProcessStart): Promise<void> {
  const now = { settings: hashOf(start.settings), rulesets: rulesetsHash(), code: start.code };
  const { app } = start;
  return database.inTransaction(async sql => {
    const [before] = await sql.query<Before>(
      `SELECT detail->>'settings' AS settings, detail->>'rulesets' AS rulesets, detail->>'code' AS code
       FROM register.audit_entry WHERE request_id IS NULL AND action = 'ProcessStarted' AND detail->>'app' = $1 ORDER BY number DESC LIMIT 1`,
      [app],
    );
    const changed = changes.flatMap(([what, action]): AuditEntry[] =>
      before && before[what] !== now[what]
        ? [{ action, by: 'operator', detail: { app, before: before[what], after: now[what] } }]
        : [],
    );
    const bundles = Object.fromEntries(
      Object.entries(start.bundles ?? {}).map(([project, hash]) => [`bundle:${project}`, hash]),
    );
    await appendAudit(sql, [
      { action: 'ProcessStarted', by: 'operator', detail: { app, ...now, ...bundles } },
      ...changed,
    ]);
  });
}
