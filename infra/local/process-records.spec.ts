import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, ProcessRecords, startOf, stillRuns, stopProcess } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach(child => child.kill('SIGKILL')));

/** A process that says when it listens, so that no signal comes too early. */
async function sleeper(onTerm = 'process.exit(0)'): Promise<{ child: ChildProcess; pid: number }> {
  const program = `process.on('SIGTERM', () => { ${onTerm} }); setInterval(() => {}, 1000); console.log('up');`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  running.push(child);
  await once(child.stdout, 'data');
  return { child, pid: child.pid ?? 0 };
}

describe('telling processes apart', () => {
  it('knows a process by its number and its start', async () => {
    const { child, pid } = await sleeper();
    const identity = identify(pid);
    expect(stillRuns(identity)).toBe(true);
    expect(stillRuns({ pid, startedAt: 'another start' })).toBe(false);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(stillRuns(identity)).toBe(false);
    expect(startOf(pid)).toBeUndefined();
  });

  it('gives one process the same start each time, and two processes different ones', async () => {
    const [one, other] = [await sleeper(), await sleeper()];
    expect(startOf(one.pid)).toBe(startOf(one.pid));
    expect(identify(one.pid)).not.toEqual(identify(other.pid));
  });
});

describe('ending orphans', () => {
  const records = new ProcessRecords(join(folder, 'run'));

  it('ends what was recorded, last started first, and forgets it', async () => {
    const [first, second] = [await sleeper(), await sleeper()];
    records.write({ name: 'postgres', place: 0, ...identify(first.pid) });
    records.write({ name: 'temporal', place: 1, ...identify(second.pid) });
    expect(await records.endOrphans()).toEqual(['temporal', 'postgres']);
    expect([startOf(first.pid), startOf(second.pid)]).toEqual([undefined, undefined]);
    expect(records.all()).toEqual([]);
  });

  it('never ends another process that was given a recorded number', async () => {
    const { pid } = await sleeper();
    records.write({ name: 'api', place: 0, pid, startedAt: 'the start of a process long gone' });
    expect(await records.endOrphans()).toEqual([]);
    expect(startOf(pid)).toBeDefined();
    expect(records.all()).toEqual([]);
  });

  it('passes over a record that was never finished', async () => {
    writeFileSync(join(folder, 'run', 'worker.json'), '{"pid": 1');
    expect(await records.endOrphans()).toEqual([]);
  });

  it('kills what does not end when told', async () => {
    const { pid } = await sleeper('');
    const stubborn = identify(pid);
    expect(await stopProcess(stubborn, { patience: 0.2 })).toBe(true);
    expect(stillRuns(stubborn)).toBe(false);
  });
});
