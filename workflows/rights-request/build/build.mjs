// Writes dist/workflows/rights-request/bundle.js, the file that the worker, `duly replay` and the benchmarks load.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflow } from './bundle-workflow.mjs';

const expected = ['rightsRequest'];
const folder = fileURLToPath(new URL('../../../dist/workflows/rights-request/', import.meta.url));

const { code, exported } = await bundleWorkflow();
if (exported.join() !== expected.join()) {
  console.error(`The workflow bundle exports ${exported.join(', ')}; a worker needs ${expected.join(', ')}.`);
  process.exit(1);
}
await mkdir(folder, { recursive: true });
// Renamed into place, so that a worker that starts meanwhile never loads half a file.
await writeFile(`${folder}bundle.js.new`, code);
await rename(`${folder}bundle.js.new`, `${folder}bundle.js`);
console.log(
  `dist/workflows/rights-request/bundle.js: ${Math.round(code.length / 1024)} KB, ${exported.join(', ')}`,
);
