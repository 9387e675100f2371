import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePorts, ProcessRecords, startOf, workspace } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-start-'));
const program = join(workspace, 'dist', 'infra', 'local', 'start.js');
const names = [
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'SMTP_PORT',
  'MAIL_PAGE_PORT',
  'SIGN_IN_PORT',
] as const;
let ports: Record<string, string>;
let starter: ChildProcess | undefined;

beforeAll(async () => {
  const free = await freePorts(names.length);
  ports = Object.fromEntries(names.map((name, place) => [name, String(free[place])]));
});
afterEach(async () => {
  if (starter?.exitCode === null && starter.signalCode === null) {
    starter.kill('SIGTERM');
    await once(starter, 'exit');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts, and answers with what was printed once it runs or has ended. */
async function start(...flags: string[]): Promise<string> {
  const { TEMPORAL_ADDRESS: _own, npm_lifecycle_event: _npm, ...environment } = process.env;
  const child = spawn(process.execPath, [program, '--servers', ...flags], {
    env: { ...environment, ...ports, DATA_FOLDER: folder },
  });
  starter = child;
  let printed = '';
  await new Promise<void>(resolve => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => resolve());
  });
  return printed;
}

async function stopBy(signal: NodeJS.Signals): Promise<number | null> {
  if (!starter) throw new Error('Nothing was started.');
  const ended = once(starter, 'exit');
  starter.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

const recorded = () => new ProcessRecords(join(folder, 'run')).all();
const pidOf = (name: string): number => recorded().find(record => record.name === name)?.pid ?? 0;

async function ask(question: string): Promise<unknown[]> {
  const environment = readFileSync(join(folder, 'apps.env'), 'utf8');
  const client = new pg.Client({ connectionString: /^DATABASE_URL=(.*)$/m.exec(environment)?.[1] });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

describe('npm start, beneath the apps', () => {
  it('brings up the servers in order, says where they are, and stops them in order', async () => {
    const printed = await start();
    expect(printed).toMatch(
      /PostgreSQL ready[^]*Temporal ready[^]*Mail catcher ready[^]*Sign-in ready[^]*Duly runs/,
    );
    expect((await fetch(`http://127.0.0.1:${ports['TEMPORAL_UI_PORT'] ?? ''}/`)).ok).toBe(true);
    expect((await fetch(`http://127.0.0.1:${ports['MAIL_PAGE_PORT'] ?? ''}/`)).ok).toBe(true);
    await ask('CREATE TABLE kept (word text)');
    const pids = recorded().map(record => record.pid);
    expect(await stopBy('SIGINT')).toBe(0);
    expect(pids.map(startOf)).toEqual([undefined, undefined]);
    expect(recorded()).toEqual([]);
  });

  it('cleans up after a starter that was killed, and loses nothing', async () => {
    await start();
    await ask(`INSERT INTO kept VALUES ('before the kill')`);
    const orphan = pidOf('postgres');
    await stopBy('SIGKILL');
    expect(startOf(orphan)).toBeDefined();
    expect(await start()).toContain('ended what an earlier start left running');
    expect(startOf(orphan)).toBeUndefined();
    expect(await ask('SELECT word FROM kept')).toEqual([{ word: 'before the kill' }]);
  });

  it('stops everything, with the reason, when one of its processes is killed; the next start loses nothing', async () => {
    await start();
    if (!starter) throw new Error('Nothing was started.');
    const ended = once(starter, 'exit');
    process.kill(pidOf('postgres'), 'SIGKILL');
    expect((await ended)[0]).toBe(1);
    expect(await start()).toContain('Duly runs');
    expect(await ask('SELECT word FROM kept')).toHaveLength(1);
  });

  it('names a second start in the same folder, and leaves the first alone', async () => {
    await start();
    const first = starter;
    expect(await start()).toContain(`Duly already runs here, as process ${first?.pid ?? 0}`);
    starter = first;
    expect(await ask('SELECT word FROM kept')).toHaveLength(1);
  });

  it('names a taken port with the setting that changes it', async () => {
    const taken = Number(ports['MAIL_PAGE_PORT']);
    const other = createServer().listen(taken, '127.0.0.1');
    await once(other, 'listening');
    expect(await start()).toContain(`Port ${taken}, for the page of letters, is taken`);
    other.close();
    await once(other, 'close');
  });

  it('starts over when told to', async () => {
    await start('--fresh');
    await expect(ask('SELECT word FROM kept')).rejects.toThrow('does not exist');
  });
});
