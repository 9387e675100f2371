import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as it can be told from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in a form only comparable for equality on this machine since it was switched on. */
  readonly startedAt: string;
}

/**
 * When the process with this number started; undefined where none runs (a zombie that waits to be reaped does not run).
 * Linux tells it in /proc, in ticks since boot; elsewhere `ps` tells it to the second.
 */
export function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold anything, so fields are counted from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function startFromPs(pid: number): string | undefined {
  try {
    const shown = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [state, ...start] = shown.trim().split(/\s+/);
    return !state || state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

/** A process that has already ended is told by a start that no process ever had. */
export const identify = (pid: number): ProcessIdentity => ({ pid, startedAt: startOf(pid) ?? 'ended' });

/** Whether that very process still runs; a later process under the same number does not count. */
export const stillRuns = ({ pid, startedAt }: ProcessIdentity): boolean => startOf(pid) === startedAt;
