import { type ProcessIdentity, stillRuns } from './process-identity.js';
import { until } from './waiting.js';

export interface StopManner {
  /** PostgreSQL takes SIGINT as "end all sessions now, in order"; SIGTERM would wait for them. */
  readonly signal?: NodeJS.Signals;
  /** Seconds a process may take before it is killed. */
  readonly patience?: number;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const gone = (one: ProcessIdentity) => () => (stillRuns(one) ? undefined : true);

/** Ends that very process and waits until it is gone: by the signal first, by SIGKILL when its patience is used up. False when it had ended before. */
export async function stopProcess(
  one: ProcessIdentity,
  { signal = 'SIGTERM', patience = 15 }: StopManner = {},
): Promise<boolean> {
  if (!stillRuns(one)) return false;
  send(one.pid, signal);
  try {
    await until(`The end of process ${one.pid}`, patience, gone(one));
  } catch {
    if (stillRuns(one)) send(one.pid, 'SIGKILL');
    await until(`The end of process ${one.pid} after it was killed`, 10, gone(one));
  }
  return true;
}
