import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './build-lock.js';
import { startChild } from './child-process.js';
import { findGo, isAtLeast, parseVersion } from './go-toolchain.js';
import { onPath, versionOfCli } from './temporal-cli.js';
import { cacheFolder, workspace } from './workspace.js';

/** A program that can serve: ours (which also keeps its data in PostgreSQL), or Temporal's own command line. */
export interface TemporalProgram {
  readonly kind: 'ours' | 'cli';
  readonly path: string;
}

export type Say = (line: string) => void;

/** Time skipping for each workflow came with this version of the server. */
export const oldestServer = [1, 32, 0] as const;

const sources = join(workspace, 'infra', 'temporal');

/** Named by all that decides what it does, so that a change of source or module builds anew, and a return to an old one does not. */
export function ourProgramPath(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(sources)
    .filter(name => /\.(go|mod|sum)$/.test(name))
    .sort()) {
    hash.update(file).update(readFileSync(join(sources, file)));
  }
  return join(
    cacheFolder(),
    `temporal-${process.platform}-${process.arch}-${hash.digest('hex').slice(0, 16)}`,
  );
}

async function compile(go: string, fetchesNewer: boolean, path: string): Promise<void> {
  const unfinished = `${path}.new-${process.pid}`;
  const home = process.env['HOME']
    ? {}
    : { GOCACHE: join(cacheFolder(), 'go-build'), GOPATH: join(cacheFolder(), 'go') };
  const child = await startChild({
    command: go,
    arguments: ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', unfinished, '.'],
    folder: sources,
    environment: { ...process.env, ...home, ...(fetchesNewer && { GOTOOLCHAIN: 'auto' }) },
    logFile: `${path}.log`,
  });
  const end = await child.ended;
  if (end !== 'exit code 0') {
    rmSync(unfinished, { force: true });
    throw new Error(`Go could not build the Temporal server (${end}). It said:\n${child.lastWords()}`);
  }
  renameSync(unfinished, path);
}

/** Builds our server where it is not in the cache yet; minutes the first time on a machine. Two builders do not collide. */
async function build(say: Say): Promise<TemporalProgram | string> {
  const wanted = parseVersion(
    /^go (.*)$/m.exec(readFileSync(join(sources, 'go.mod'), 'utf8'))?.[1] ?? '',
  ) ?? [1, 26, 8];
  const go = findGo(wanted);
  if (!go) return `no Go ${wanted.join('.')} or newer was found (1.21 would do to fetch it)`;
  const path = ourProgramPath();
  mkdirSync(cacheFolder(), { recursive: true });
  await alone(`${path}.lock`, 30, async () => {
    if (existsSync(path)) return;
    say('building the Temporal server with Go, once for this machine: about five minutes');
    await compile(go.path, go.fetchesNewer, path);
  });
  return { kind: 'ours', path };
}

function cached(): TemporalProgram | string {
  const path = ourProgramPath();
  return existsSync(path) ? { kind: 'ours', path } : `${path} is not there yet`;
}

function installed(): TemporalProgram | string {
  const path = onPath('temporal');
  if (!path) return 'there is no `temporal` on PATH';
  const version = versionOfCli(path);
  if (version && isAtLeast(version, oldestServer)) return { kind: 'cli', path };
  return `${path} brings the server ${version?.join('.') ?? 'of an unknown version'}, and ${oldestServer.join('.')} is needed to skip time`;
}

async function downloaded(): Promise<TemporalProgram | string> {
  const { downloadCli } = await import('./temporal-download.js');
  const path = await downloadCli(join(cacheFolder(), 'temporal-cli'));
  const version = path && versionOfCli(path);
  if (path && version && isAtLeast(version, oldestServer)) return { kind: 'cli', path };
  return version
    ? `the download is the server ${version.join('.')}, too old to skip time`
    : 'the download did not answer';
}

const search = [
  ['`temporal` on PATH', installed],
  ['the cache', cached],
  ['the download by Temporal’s SDK', downloaded],
  ['a build with Go', build],
] as const;

/**
 * Finds a Temporal server that can skip time, in the order: `temporal` on PATH, our own in the cache, the SDK's download, a build with Go.
 * @param only 'ours' where data already lies in PostgreSQL, which Temporal's own command line cannot read.
 * @throws Error that lists what was tried and what to do.
 */
export async function findTemporalProgram(say: Say, only?: 'ours'): Promise<TemporalProgram> {
  const tried: string[] = [];
  for (const [name, look] of search) {
    if (only === 'ours' && (look === installed || look === downloaded)) continue;
    const found = await look(say);
    if (typeof found !== 'string') return found;
    tried.push(`  ${name}: ${found}.`);
  }
  throw new Error(
    [
      'No Temporal server that can skip time was found:',
      ...tried,
      'One of these helps:',
      `  put Temporal’s command line (\`temporal\`) with the server ${oldestServer.join('.')} or newer on PATH;`,
      '  install Go 1.26.8 or newer, and the server is built on the next start;',
      '  set TEMPORAL_ADDRESS=host:port to a server of your own with frontend.WorkflowTimeSkippingEnabled switched on.',
    ].join('\n'),
  );
}
