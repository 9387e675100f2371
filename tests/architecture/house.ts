import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspace = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every file of the repository: tracked, or new and not ignored. Paths from the root, with `/`. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
  { cwd: workspace, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\n')
  .filter(Boolean);

export function read(file: string): string {
  return readFileSync(join(workspace, file), 'utf8');
}

export interface Project {
  readonly folder: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly dependencies: readonly string[];
  /** What its specs alone need is among them. */
  readonly named: readonly string[];
}

interface Manifest {
  readonly exports?: Readonly<Record<string, string>>;
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export const projects: readonly Project[] = files
  .filter(file => /^(apps|libs|workflows)\/[^/]+\/package\.json$|^(infra|tests)\/package\.json$/.test(file))
  .map(file => {
    const manifest = JSON.parse(read(file)) as Manifest;
    const dependencies = Object.keys(manifest.dependencies ?? {});
    return {
      folder: dirname(file),
      name: manifest.name,
      tags: manifest.nx?.tags ?? [],
      dependencies,
      named: [...dependencies, ...Object.keys(manifest.devDependencies ?? {})],
    };
  });

/** The public doors of our projects, as they are imported. */
export const doors: ReadonlySet<string> = new Set(
  projects.flatMap(({ folder, name }) => {
    const manifest = JSON.parse(read(`${folder}/package.json`)) as Manifest;
    return Object.keys(manifest.exports ?? {}).map(door => name + door.slice(1));
  }),
);

/** Specs, and what only they import: builders (`.given.ts`), tellers of stories (`.telling.ts`), second algorithms. */
function isForSpecs(file: string): boolean {
  return /\.(spec|given|telling)\.ts$|\/verification\/|\/bench\//.test(file);
}

/** Sources of ours, specs left out. */
export const sources: readonly string[] = files.filter(
  file => /^(apps|libs|workflows|infra|tests)\/.*\.(ts|mjs)$/.test(file) && !isForSpecs(file),
);

/** What a source imports, as written. */
export function importsOf(file: string): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;
  return [...read(file).matchAll(pattern)].map(([, named, lazy]) => named ?? lazy ?? '');
}

/** Of a project's own files: whom each imports. */
function importedBeside(file: string): string[] {
  return importsOf(file)
    .filter(from => from.startsWith('.'))
    .map(from => join(dirname(file), from).replace(/\.js$/, '.ts'))
    .filter(from => sources.includes(from));
}

/** Files that import each other in a ring, types included: nobody can say which of them comes first. */
export function rings(): string[][] {
  const through = new Map<string, ReadonlySet<string>>();
  const importsFrom = new Map(sources.map(file => [file, importedBeside(file)]));
  for (const file of sources) {
    const reached = new Set<string>();
    const toLook = [...(importsFrom.get(file) ?? [])];
    for (let next = toLook.pop(); next !== undefined; next = toLook.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      toLook.push(...(importsFrom.get(next) ?? []));
    }
    through.set(file, reached);
  }
  const inARing = sources.filter(file => through.get(file)?.has(file));
  const ringOf = (file: string) =>
    inARing.filter(other => through.get(file)?.has(other) && through.get(other)?.has(file));
  return [...new Map(inARing.map(file => [ringOf(file).join(' '), ringOf(file)])).values()];
}
