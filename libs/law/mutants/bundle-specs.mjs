// Bundles the specs with the (instrumented) sources and their packages into one file, which `spec-runner.mjs` loads into Stryker's worker.
// Stryker runs this once in its sandbox.
import { build } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));
/** These look at the sources as text, or build them: a mutant is not what they test. */
const notAsked = ['law-package.spec.ts', 'citations.spec.ts', 'wrong-calls.spec.ts'];
/** The cheap ones first: most mutants fall to a worked case, and the run ends there. */
const costly = 'verification';

const found = await readdir(source, { recursive: true });
const specs = found
  .filter(path => path.endsWith('.spec.ts') && !notAsked.some(name => path.endsWith(name)))
  .sort(
    (one, other) => Number(one.includes(costly)) - Number(other.includes(costly)) || (one < other ? -1 : 1),
  );

/** Stryker counts each line that runs; only the first run needs the counts, and without them the others are many times faster. */
const uncounted = text => text.replaceAll('stryCov_9fa48 = cover;', 'stryCov_9fa48 = () => undefined;');

const bundled = (name, prepared) => ({
  stdin: {
    contents: ["export { expect } from 'expect';", ...specs.map(path => `import './${path}';`)].join('\n'),
    resolveDir: source,
    loader: 'ts',
  },
  outfile: join(source, '../mutants/dist', name),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  plugins: [
    {
      name: 'own-address',
      setup(bundle) {
        bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          const placed = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
          return { contents: prepared(placed), loader: 'ts' };
        });
      },
    },
  ],
});

await build(bundled('specs.counting.cjs', text => text));
await build(bundled('specs.cjs', uncounted));
