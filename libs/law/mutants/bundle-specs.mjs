// Bundles the specs with the (instrumented) sources into one file, so that a mutant costs one short process and not a whole Jest run.
// Stryker runs this once in its sandbox; `run-specs.mjs` is then run for each mutant.
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

await build({
  stdin: {
    contents: ["export { expect } from 'expect';", ...specs.map(path => `import './${path}';`)].join('\n'),
    resolveDir: source,
    loader: 'ts',
  },
  outfile: join(source, '../mutants/dist/specs.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The packages go in as well: one file loads in a third of the time of two hundred.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname ?? '.';",
  },
  logLevel: 'warning',
  plugins: [
    {
      name: 'own-address',
      setup(bundle) {
        bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          const placed = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
          // Stryker counts each line that runs; the command runner has no use for the counts, and without them a run is many times faster.
          return {
            contents: placed.replaceAll('stryCov_9fa48 = cover;', 'stryCov_9fa48 = () => undefined;'),
            loader: 'ts',
          };
        });
      },
    },
  ],
});
