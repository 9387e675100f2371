// Packs `duly` so that it can be installed where there is no checkout: `node infra/build/pack-cli.mjs [FOLDER]` writes FOLDER/duly-VERSION.tgz
// (dist unless named) and prints its path. Build the CLI and the workflow of cases first. An auditor installs it once: `npm install -g FILE`.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const [into = join(workspace, 'dist')] = process.argv.slice(2);
const program = 'dist/apps/cli/main.js';
const workflow = 'dist/workflows/rights-request/bundle.js';
for (const file of [program, workflow]) {
  if (existsSync(join(workspace, file))) continue;
  console.error(`${file} is missing. Run: npx nx run-many -t build -p @duly/cli @duly/rights-request`);
  process.exit(2);
}

const imported = /(?:\bfrom|\bimport|\bimport\()\s*"([^"\s]+)"/g;
const packageOf = name => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** What the program is made of, from its entry on: files of ours, and packages of others. */
function reached(entry) {
  const files = new Set();
  const packages = new Set();
  const open = [entry];
  for (let file = open.pop(); file; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(imported)) {
      if (name.startsWith('.')) open.push(resolve(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(packageOf(name));
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

const read = path => JSON.parse(readFileSync(join(workspace, path), 'utf8'));
const { files, packages } = reached(join(workspace, program));
const { version, description } = read('apps/cli/package.json');
const { engines } = read('package.json');
const dependencies = Object.fromEntries(
  packages.map(name => [name, read(`node_modules/${name}/package.json`).version]),
);

const folder = mkdtempSync(join(tmpdir(), 'duly-pack-'));
try {
  // The paths of the checkout, so that the program finds its parts here as there.
  for (const file of [...files.map(one => relative(workspace, one)), workflow, 'apps/cli/bin/duly.mjs'])
    cpSync(join(workspace, file), join(folder, file));
  cpSync(join(workspace, 'apps/cli/README.md'), join(folder, 'README.md'));
  const about = { name: 'duly', version, description, license: 'UNLICENSED', type: 'module', engines };
  const written = { ...about, bin: { duly: './apps/cli/bin/duly.mjs' }, dependencies };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
  mkdirSync(into, { recursive: true });
  const line = ['pack', '--silent', '--ignore-scripts', '--pack-destination', resolve(into)];
  const packed = execFileSync('npm', line, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(join(resolve(into), packed.trim()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
