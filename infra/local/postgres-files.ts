import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, startOf } from './process-identity.js';
import type { PostgresUser } from './postgres-user.js';
import { stopProcess } from './stopping.js';

/** Makes an empty cluster under another name first, so that a start that was killed half-way leaves nothing that looks finished. */
export function initialise(folder: string, password: string, user: PostgresUser): void {
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  user.own(unfinished);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  user.own(passwordFile);
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const line = [
    ...user.prefix,
    user.binaries.initdb,
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    ...flags,
    ...collation,
  ];
  try {
    const [command = '', ...rest] = line;
    const made = spawnSync(command, rest, { encoding: 'utf8', ...user.ids });
    if (made.status !== 0) {
      throw new Error(
        `PostgreSQL could not make its files in ${folder}: ${made.stderr || (made.error?.message ?? 'no reason given')}`,
      );
    }
    renameSync(unfinished, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function servesFolder(pid: number, folder: string): boolean {
  if (startOf(pid) === undefined) return false;
  const found = existsSync('/proc/self/cmdline')
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.split(/\s+/);
  return found.includes(folder);
}

/** A killed PostgreSQL leaves its lock file behind, and the number in it may since have gone to another process. */
export async function clearStaleLock(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && servesFolder(pid, folder))
    await stopProcess(identify(pid), { signal: 'SIGINT' });
  rmSync(lock, { force: true });
}
