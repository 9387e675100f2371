import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { type Child, startChild } from './child-process.js';
import { clearStaleLock, initialise } from './postgres-files.js';
import { postgresBinaries } from './postgres-binaries.js';
import { postgresUser } from './postgres-user.js';
import { until } from './waiting.js';

export interface PostgresOptions {
  /** Where the cluster's files are; made where they are missing. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  /** Created where they are missing. */
  readonly databases: readonly string[];
  /** For specs: quicker, and a machine that loses its power loses the data. */
  readonly careless?: boolean;
  /** Told of the process as soon as there is one, so that it can be written down before anything can go wrong. */
  readonly onStart?: (child: Child) => void;
}

export interface PostgresServer {
  readonly child: Child;
  readonly port: number;
  readonly password: string;
  /** The connection string of one database, for its owner. */
  readonly url: (database: string) => string;
  stop(): Promise<void>;
}

/** The password is made once and kept beside the data, readable by its owner only. */
function passwordOf(folder: string): string {
  const path = `${folder}-password`;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}

async function ask<Answer>(url: string, question: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}

const createMissing = (url: string, databases: readonly string[]) =>
  ask(url, async client => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const present = new Set(rows.map(row => row.datname));
    for (const name of databases) {
      if (!present.has(name)) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  });

/** The children of a killed PostgreSQL hold its memory for a moment after it: then, and only then, trying again helps. */
const memoryStillHeld = 'pre-existing shared memory block';

async function answering(url: string, child: Child): Promise<void> {
  await until('An answer from PostgreSQL', 60, async () => {
    if (child.hasEnded())
      throw new Error(`PostgreSQL did not start (${await child.ended}). It said:\n${child.lastWords()}`);
    try {
      return await ask(url, async client => (await client.query('SELECT 1')).rowCount ?? undefined);
    } catch {
      return undefined;
    }
  });
}

/**
 * Starts PostgreSQL on 127.0.0.1, making its files at the first start and clearing what a killed one left.
 * @throws Error in words when it does not answer within a minute.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = resolve(options.folder);
  const password = passwordOf(folder);
  const user = postgresUser(await postgresBinaries(), dirname(folder));
  if (!existsSync(folder)) initialise(folder, password, user);
  await clearStaleLock(folder);
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${options.port}/${database}`;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (options.careless) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const flags = ['-D', folder, '-p', String(options.port), ...settings.flatMap(one => ['-c', one])];
  const [command = '', ...line] = [...user.prefix, user.binaries.postgres, ...flags];
  const start = async (): Promise<Child> => {
    const child = await startChild({
      command,
      arguments: line,
      logFile: options.logFile,
      signal: 'SIGINT',
      ...(user.ids && { user: user.ids }),
    });
    options.onStart?.(child);
    try {
      await answering(url('postgres'), child);
      return child;
    } catch (error) {
      await child.stop();
      throw error;
    }
  };
  const child = await until('The start of PostgreSQL', 20, () =>
    start().catch((error: unknown) => {
      if (error instanceof Error && error.message.includes(memoryStillHeld)) return undefined;
      throw error;
    }),
  );
  await createMissing(url('postgres'), options.databases);
  return { child, port: options.port, password, url, stop: () => child.stop() };
}
