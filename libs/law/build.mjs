// Writes dist: ES modules, their types, README and a package.json of its own, ready for `npm pack` and without any dependency.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = import.meta.dirname;
const dist = process.argv[2] ?? join(here, 'dist');
const { name, version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const require = createRequire(import.meta.url);
const typescript = join(require.resolve('typescript/package.json'), '..', 'bin', 'tsc');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [typescript, '-p', join(here, 'tsconfig.build.json'), '--outDir', dist], {
  stdio: 'inherit',
});
const packed = {
  name,
  version,
  description:
    'The statutory clock of data-protection rights requests: facts in, dates and their reasons out.',
  license: 'UNLICENSED',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19' },
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  types: './index.d.ts',
  files: ['**/*.js', '**/*.d.ts', 'README.md'],
};
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(packed, undefined, 2)}\n`);
copyFileSync(join(here, 'README.md'), join(dist, 'README.md'));
