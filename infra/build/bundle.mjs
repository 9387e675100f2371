// Bundles one app: our own sources in, node_modules left outside. `node infra/build/bundle.mjs PROJECT ENTRY...` writes dist/PROJECT/<entry>.js.
// swc keeps the decorator metadata that NestJS and TypeORM read at run time; esbuild alone would drop it.
import { build } from 'esbuild';
import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const [project, ...entries] = process.argv.slice(2);
if (!project || entries.length === 0) {
  console.error('Usage: node infra/build/bundle.mjs PROJECT ENTRY...   e.g. apps/api src/main.ts');
  process.exit(2);
}

const decorators = {
  name: 'decorator-metadata',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!/^\s*@[A-Z]/m.test(source)) return { contents: source, loader: 'ts' };
      const { code } = await transform(source, {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Whatever is not ours (a relative path or @duly/*) is loaded from node_modules when the app runs. */
const packagesOutside = {
  name: 'packages-outside',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@duly/') || path.startsWith('/')
        ? undefined
        : { path, external: true },
    );
  },
};

await build({
  absWorkingDir: join(workspace, project),
  entryPoints: entries,
  outdir: join(workspace, 'dist', project),
  bundle: true,
  platform: 'node',
  format: 'esm',
  // What is imported on demand stays in a file of its own, loaded only then.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [packagesOutside, decorators],
});
// A package that npm has put beside the project, since another version of something lies at the top, is found beside its bundle too.
const own = join(workspace, project, 'node_modules');
const link = join(workspace, 'dist', project, 'node_modules');
await rm(link, { recursive: true, force: true });
if (existsSync(own)) await symlink(relative(join(workspace, 'dist', project), own), link);
console.log(`built ${relative(process.cwd(), join(workspace, 'dist', project))}`);
