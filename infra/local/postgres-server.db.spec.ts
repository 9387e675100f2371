import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, type PostgresServer, startOf, startPostgres } from './index.js';

// A private folder (0700), as a checkout under /root is: a PostgreSQL that runs as another user must still get in.
const folder = mkdtempSync(join(tmpdir(), 'duly-postgres-'));
const cluster = join(folder, 'postgres');
let port: number;
let server: PostgresServer | undefined;

beforeAll(async () => {
  port = await freePort();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = async () => {
  server = await startPostgres({
    folder: cluster,
    port,
    logFile: join(folder, 'postgres.log'),
    databases: ['duly', 'duly_keys'],
  });
  return server;
};

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

describe('PostgreSQL on a developer’s machine', () => {
  it('starts from nothing, with its databases, sorting alike on every machine', async () => {
    const { url } = await start();
    expect(await ask(url('duly_keys'), 'SELECT current_database() AS name')).toEqual([{ name: 'duly_keys' }]);
    expect(await ask(url('duly'), `SELECT 'é' > 'z' AS by_code_point, lower('É') AS lower`)).toEqual([
      { by_code_point: true, lower: 'é' },
    ]);
    await ask(url('duly'), 'CREATE TABLE kept (word text)');
  });

  it('wants its password, which only its owner can read', async () => {
    const { url, password } = await start();
    await expect(ask(url('duly').replace(password, 'another'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(statSync(`${cluster}-password`).mode & 0o077).toBe(0);
  });

  it('loses nothing when it is killed', async () => {
    const killed = await start();
    await ask(killed.url('duly'), `INSERT INTO kept VALUES ('committed')`);
    process.kill(killed.child.pid, 'SIGKILL');
    expect(await killed.child.ended).toBe('signal SIGKILL');
    const { url } = await start();
    expect(await ask(url('duly'), 'SELECT word FROM kept')).toEqual([{ word: 'committed' }]);
  });

  it('clears a lock whose number now belongs to another process, and leaves that process alone', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`);
    const { url } = await start();
    expect(await ask(url('duly'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(startOf(process.pid)).toBeDefined();
  });

  it('ends one that an earlier start left running unrecorded', async () => {
    const orphan = await start();
    const { url, child } = await start();
    expect(orphan.child.hasEnded()).toBe(true);
    expect(startOf(child.pid)).toBeDefined();
    expect(await ask(url('duly'), 'SELECT word FROM kept')).toHaveLength(1);
  });

  it('begins anew when a first start was killed half-way', async () => {
    mkdirSync(join(folder, 'half.new', 'base'), { recursive: true });
    const half = await startPostgres({
      folder: join(folder, 'half'),
      port,
      logFile: join(folder, 'half.log'),
      databases: ['duly'],
    });
    expect(await ask(half.url('duly'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await half.stop();
  });

  it('says in words why it cannot start', async () => {
    const { port: taken } = await start();
    const other = {
      folder: join(folder, 'other'),
      port: taken,
      logFile: join(folder, 'other.log'),
      databases: [],
    };
    await expect(startPostgres(other)).rejects.toThrow(
      /PostgreSQL did not start \(exit code 1\)[^]*Is another postmaster already running/,
    );
  });
});
