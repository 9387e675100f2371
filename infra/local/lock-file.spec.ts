import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './workspace.js';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

function isNamed(from: string, name: string): boolean {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  if (from === '') return false;
  return isNamed(
    from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '',
    name,
  );
}

it('names the parts for every kind of machine, or npm ci refuses it (mend: node infra/local/complete-lock-file.mjs)', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(name => !isNamed(from, name)),
  );
  expect(missing).toEqual([]);
});
