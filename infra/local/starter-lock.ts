import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, type ProcessIdentity, stillRuns } from './process-identity.js';
import { until } from './waiting.js';

interface Holder extends ProcessIdentity {
  readonly stopping: boolean;
}

export interface Claim {
  /** From here on a new start waits for the end of this one. */
  stopping(): void;
  giveBack(): void;
}

function holder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * Takes a data folder for this process, so that no second start works in it; a killed starter's claim does not count.
 * @throws Error when another start of Duly runs in it.
 */
export async function claim(path: string): Promise<Claim> {
  const other = holder(path);
  if (other?.stopping && stillRuns(other)) {
    console.log('  waiting for the Duly that is just being stopped');
    await until(`The end of process ${other.pid}`, 60, () => (stillRuns(other) ? undefined : true));
  } else if (other && other.pid !== process.pid && stillRuns(other)) {
    throw new Error(
      `Duly already runs here, as process ${other.pid}. Stop it with Ctrl-C where it was started, or with: kill ${other.pid}`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  const write = (stopping: boolean) =>
    writeFileSync(path, JSON.stringify({ ...identify(process.pid), stopping }));
  write(false);
  return { stopping: () => write(true), giveBack: () => rmSync(path, { force: true }) };
}
