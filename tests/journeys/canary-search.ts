import { openedHistory } from '@duly/temporal';
import proto from '@temporalio/proto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Journey } from './journey.js';

const { History } = proto.temporal.api.history.v1;

/** Every place in which one of the texts stands in the clear: names of tables, logs and workflows, never what was found. */
export async function placesOf(texts: readonly string[], journey: Journey): Promise<readonly string[]> {
  const within = (content: string): boolean => texts.some(text => content.includes(text));
  return [
    ...(await inTemporal(journey, within)),
    ...inLogs(journey, within),
    ...(await inDatabase(journey.environment['DATABASE_URL'] ?? '', within)),
    ...(await inDatabase(journey.environment['KEYS_DATABASE_URL'] ?? '', within)),
  ];
}

type Within = (content: string) => boolean;

/** Ids, memos and search attributes as lists show them, and every history byte for byte, failures included; sealed as it is kept, and opened, since the seal is the second wall and not the first. */
async function inTemporal({ temporal, environment }: Journey, within: Within): Promise<readonly string[]> {
  const found: string[] = [];
  const query = `TaskQueue = '${environment['TEMPORAL_TASK_QUEUE'] ?? ''}'`;
  for await (const run of temporal.workflow.list({ query })) {
    const { workflowId, runId } = run;
    const history = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    const bytesOf = (one: typeof history) => Buffer.from(History.encode(one).finish()).toString('utf8');
    const sealed = bytesOf(history);
    const opened = bytesOf(await openedHistory(temporal, history));
    if (within(sealed) || within(opened) || within(JSON.stringify(run.raw)))
      found.push(`Temporal: ${workflowId}`);
  }
  return found;
}

function inLogs({ folder }: Journey, within: Within): readonly string[] {
  return readdirSync(folder)
    .filter(name => within(readFileSync(join(folder, name), 'utf8')))
    .map(name => `log: ${name}`);
}

/** Every row of every table as text. What is sealed is bytes, which PostgreSQL writes in hexadecimal: those are read as text as well. */
async function inDatabase(url: string, within: Within): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: string[] = [];
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
      if (rows.rows.some(({ row }) => within(row) || within(unhexed(row)))) found.push(`table: ${name}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

const unhexed = (row: string): string =>
  [...row.matchAll(/\\x([0-9a-f]+)/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('utf8'))
    .join('\n');
