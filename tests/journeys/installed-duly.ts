import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { workspace } from '@duly/infra';

interface About {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const aboutOf = (folder: string): About =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About;

/** Where Node would find a package that is asked for from a folder of the checkout. */
function found(name: string, from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(place)) return place;
  }
  return undefined;
}

/** Every package that these need, and those need, as npm has put them into the checkout. */
function neededBy(names: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  const open = names.map(name => ({ name, from: workspace }));
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = found(next.name, next.from);
    // Packages for other machines, and optional ones, are not there.
    if (folder === undefined || folders.has(folder)) continue;
    folders.add(folder);
    const { dependencies, peerDependencies, optionalDependencies } = aboutOf(folder);
    for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }))
      open.push({ name, from: folder });
  }
  return folders;
}

/**
 * Installs `duly` into an empty folder as npm would from the packed file, without its registry: what it depends on is copied from where
 * npm has put it. Nothing there leads back to the checkout. @returns the path of the program
 */
export function installDuly(into: string): string {
  const pack = join(workspace, 'infra', 'build', 'pack-cli.mjs');
  const file = execFileSync(process.execPath, [pack, into], { encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', file], { cwd: into });
  const place = join(into, 'node_modules', 'duly');
  mkdirSync(dirname(place));
  renameSync(join(into, 'package'), place);
  for (const folder of neededBy(Object.keys(aboutOf(place).dependencies ?? {}))) {
    const nested = join(folder, 'node_modules');
    cpSync(folder, join(into, relative(workspace, folder)), {
      recursive: true,
      dereference: true,
      filter: source => source !== nested,
    });
  }
  return join(place, 'apps', 'cli', 'bin', 'duly.mjs');
}
