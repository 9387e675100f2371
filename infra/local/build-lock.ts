import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, type ProcessIdentity, stillRuns } from './process-identity.js';
import { until } from './waiting.js';

function take(path: string): true | undefined {
  try {
    writeFileSync(path, JSON.stringify(identify(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return undefined;
  }
}

function holder(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** Runs the work while no other process of this machine does; a lock whose holder was killed is taken over. */
export async function alone<Result>(
  path: string,
  minutes: number,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(path), { recursive: true });
  await until(`The release of ${path} by another process`, minutes * 60, () => {
    const taken = take(path);
    if (taken) return taken;
    const other = holder(path);
    if (other && !stillRuns(other)) rmSync(path, { force: true });
    return undefined;
  });
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
