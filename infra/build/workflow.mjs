// Writes dist/workflows/PROJECT/bundle.js, which the worker, `duly replay` and the benchmarks load: `node infra/build/workflow.mjs PROJECT EXPORT...`
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { bundleWorkflow, shippedFolder, sourcesOf } from './bundle-workflow.mjs';

const [project, ...expected] = process.argv.slice(2);
if (!project || expected.length === 0) {
  console.error('Usage: node infra/build/workflow.mjs PROJECT EXPORT...   e.g. rights-request rightsRequest');
  process.exit(2);
}
const folder = shippedFolder(project);

const { code, modules, exported } = await bundleWorkflow(project);
if (exported.join() !== expected.join()) {
  console.error(`The workflow bundle exports ${exported.join(', ')}; a worker needs ${expected.join(', ')}.`);
  process.exit(1);
}
await mkdir(folder, { recursive: true });
// Renamed into place, so that a worker that starts meanwhile never loads half a file.
await rm(`${folder}sources.json`, { force: true });
await writeFile(`${folder}bundle.js.new`, code);
await rename(`${folder}bundle.js.new`, `${folder}bundle.js`);
await writeFile(`${folder}sources.json`, JSON.stringify(sourcesOf(modules)));
console.log(
  `dist/workflows/${project}/bundle.js: ${Math.round(code.length / 1024)} KB, ${exported.join(', ')}`,
);
