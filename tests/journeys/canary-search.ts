import { openedHistory } from '@duly/temporal';
import proto from '@temporalio/proto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { Journey } from './journey.js';

const { History } = proto.temporal.api.history.v1;

/**
 * Every place in which one of the texts stands in the clear: names of tables, files and workflows, never what was found. Every row is read
 * and no dump is taken: `pg_dump` comes with a system's own PostgreSQL, and refuses a server that is newer.
 */
export async function placesOf(texts: readonly string[], journey: Journey): Promise<readonly string[]> {
  const within = (content: string): boolean => texts.some(text => content.includes(text));
  const { DATABASE_URL = '', KEYS_DATABASE_URL = '', HISTORY_ARCHIVE } = journey.environment;
  return [
    ...(await inTemporal(journey, within)),
    ...[journey.folder, ...(HISTORY_ARCHIVE === undefined ? [] : [HISTORY_ARCHIVE])]
      .flatMap(filesBelow)
      .filter(path => readings(readFileSync(path)).some(within))
      .map(path => `file: ${path}`),
    ...(await inDatabase(DATABASE_URL, within)),
    ...(await inDatabase(KEYS_DATABASE_URL, within)),
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

/** Every file below a folder: logs, documents, archived histories. */
export function filesBelow(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map(name => join(place, name))
    .filter(path => statSync(path).isFile());
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  try {
    return [gunzipSync(bytes)];
  } catch {
    return [];
  }
}

/** All that somebody without a key can read in a file: as it is, unpacked, and what stands in it in base64. */
export function readings(bytes: Buffer): readonly string[] {
  const texts = [bytes, ...unpacked(bytes)].map(one => one.toString('utf8'));
  const encoded = texts.flatMap(text =>
    [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([one]) => Buffer.from(one, 'base64')),
  );
  return [
    ...texts,
    encoded.map(one => one.toString('utf8')).join('\n'),
    encoded
      .flatMap(unpacked)
      .map(one => one.toString('utf8'))
      .join('\n'),
  ];
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
      if (rows.rows.some(({ row }) => readings(Buffer.from(row)).some(within) || within(unhexed(row))))
        found.push(`table: ${name}`);
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
