// What a browser is given, and the templates of pages, beside the console's bundle. A name carries the hash of what is in it, so that a
// browser may keep it for ever.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const source = join(workspace, 'apps', 'console', 'src');
const target = join(workspace, 'dist', 'apps', 'console');
const packages = join(workspace, 'node_modules');

const { css } = compile(join(source, 'styles', 'console.scss'), {
  loadPaths: [packages],
  style: 'compressed',
  quietDeps: true,
});
const script = await build({
  entryPoints: [join(source, 'browser', 'console.mjs')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  write: false,
  logLevel: 'warning',
});

for (const folder of ['assets', 'templates']) rmSync(join(target, folder), { recursive: true, force: true });
mkdirSync(join(target, 'assets'), { recursive: true });
const named = (stem, ending, text) => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(join(target, 'assets', `${stem}-${hash}.${ending}`), text);
  return `${stem}-${hash}.${ending}`;
};
const assets = {
  style: named('console', 'css', css),
  script: named('console', 'js', script.outputFiles[0].text),
};
writeFileSync(join(target, 'assets.json'), JSON.stringify(assets));
cpSync(join(source, 'templates'), join(target, 'templates'), { recursive: true });
cpSync(join(packages, 'govuk-frontend', 'dist', 'govuk'), join(target, 'templates', 'govuk'), {
  recursive: true,
  filter: path => !/\.[a-z]+$/.test(path) || path.endsWith('.njk'),
});
console.log(`built ${relative(process.cwd(), join(target, 'assets'))}`);
