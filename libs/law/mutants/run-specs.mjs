// Runs the bundled specs and ends at the first that fails: the little of Jest that they use, without its start-up time.
import { expect } from 'expect';
import { format } from 'node:util';

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

Object.assign(globalThis, { describe, it, expect });
await import('../dist/specs.mjs');

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
if (tests.length < 100) throw new Error(`Only ${tests.length} tests were found.`);
console.log(`${tests.length} tests passed`);
