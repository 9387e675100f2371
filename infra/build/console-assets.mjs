// What a browser is given, and the templates of pages, beside the console's bundle. A name carries the hash of what is in it, so that a
// browser may keep it for ever; what most browsers take compressed lies beside it.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
  const name = `${stem}-${hash}.${ending}`;
  writeFileSync(join(target, 'assets', name), text);
  writeFileSync(join(target, 'assets', `${name}.br`), brotliCompressSync(text));
  writeFileSync(join(target, 'assets', `${name}.gz`), gzipSync(text));
  return name;
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
