import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { identify, type ProcessIdentity, stillRuns } from './process-identity.js';

function parentOf(pid: number): { readonly name: string; readonly parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(stat.slice(end + 4).split(' ')[0]),
    };
  } catch {
    const [parent, name = ''] = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .stdout.trim()
      .split(/\s+/);
    return parent ? { name, parent: Number(parent) } : undefined;
  }
}

/** npm runs a script through a shell, which outlives a killed npm as long as the script runs: so both are watched. */
function npmAndItsShell(): readonly ProcessIdentity[] {
  if (process.env['npm_lifecycle_event'] === undefined) return [];
  const shell = parentOf(process.ppid);
  const watched =
    shell && /(^|\/)(da|ba|z)?sh$/.test(shell.name) ? [process.ppid, shell.parent] : [process.ppid];
  return watched.filter(pid => pid > 1).map(identify);
}

/** Calls back once when the npm that started this process is gone without having told it to stop. */
export function whenNpmIsGone(tell: () => void): void {
  const watched = npmAndItsShell();
  if (watched.length === 0) return;
  const watch = setInterval(() => {
    if (watched.every(stillRuns)) return;
    clearInterval(watch);
    tell();
  }, 1_000);
  watch.unref();
}
