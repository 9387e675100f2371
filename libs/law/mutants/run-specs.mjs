// Runs the bundled specs and ends at the first that fails: the little of Jest that they use, without its start-up time.
import { format } from 'node:util';
import { isMainThread, Worker } from 'node:worker_threads';

const tests = [];
let path = [];

function describe(name, body) {
  path.push(name);
  body();
  path.pop();
}

const it = (name, body) => tests.push({ name: [...path, name].join(' › '), body });

/** `each` of Jest: one call for each row of the table, its values in place of the name's %s. */
const each = call => table => (name, body) => {
  for (const row of table) {
    const values = Array.isArray(row) ? row : [row];
    call(format(name, ...values), () => body(...values));
  }
};
describe.each = each(describe);
it.each = each(it);

async function runAll() {
  Object.assign(globalThis, { describe, it });
  const { expect } = await import('./dist/specs.mjs');
  Object.assign(globalThis, { expect });
  if (tests.length < 100) throw new Error(`Only ${tests.length} tests were found.`);
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (thrown) {
      console.log(
        `failed: ${name}\n${thrown instanceof Error ? thrown.message.slice(0, 2000) : String(thrown)}`,
      );
      process.exit(1);
    }
  }
  console.log(`${tests.length} tests passed`);
}

/** Many mutants loop for ever. Processor time tells them from a busy machine, on which Stryker's own timeout would have to be long. */
const mostSeconds = 30;

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', thrown => {
    console.log(thrown);
    process.exit(1);
  });
  worker.on('exit', code => process.exit(code));
  setInterval(() => {
    if (process.cpuUsage().user < mostSeconds * 1e6) return;
    console.log(`failed: not done after ${mostSeconds} seconds of processor time`);
    process.exit(1);
  }, 200);
} else await runAll();
