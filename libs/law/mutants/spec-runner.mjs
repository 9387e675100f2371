// Stryker's test runner for the bundled specs: they are loaded once into its worker process, and each mutant runs only the tests that reach
// it. A process a mutant would spend most of its time starting. Stryker itself stops what loops (its hit limit, then its timeout).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import { Script } from 'node:vm';

/** Where the instrumented sources look for the mutant that is active, and count what they reach. */
const instrumented = (globalThis.__stryker__ ??= {});

const fewestTests = 100;

/** Loads a bundle afresh and gives the tests it describes, in its order: the little of Jest that they use, without its start-up time. */
function testsOf(script, require) {
  const tests = [];
  const path = [];
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  const it = (name, body) => {
    const full = [...path, name].join(' › ');
    const same = tests.filter(test => test.name === full).length;
    tests.push({ id: same === 0 ? full : `${full} (${same + 1})`, name: full, body });
  };
  /** `each` of Jest: one call for each row of the table, its values in place of the name's %s. */
  const each = call => table => (name, body) => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      call(format(name, ...values), () => body(...values));
    }
  };
  describe.each = each(describe);
  it.each = each(it);
  Object.assign(globalThis, { describe, it });
  const loaded = { exports: {} };
  script.runInThisContext()(require, loaded, loaded.exports, '.');
  globalThis.expect = loaded.exports.expect;
  return tests;
}

/**
 * What a test reaches is judged by that test alone, even where loading reaches it too (the tables of the specs, the calendars that ship):
 * a mutant that only loading reaches needs a load of its own and every test.
 */
function whereTestsReach({ static: onLoading, perTest }) {
  const reached = new Set(Object.values(perTest).flatMap(Object.keys));
  const onlyOnLoading = Object.entries(onLoading).filter(([mutant]) => !reached.has(mutant));
  return { static: Object.fromEntries(onlyOnLoading), perTest };
}

class SpecRunner {
  #place = join(process.cwd(), 'libs/law/mutants/dist');
  #require = createRequire(join(this.#place, 'specs.cjs'));
  #script;
  /** What is loaded with no mutant active; undefined after a mutant that is part of what loading computes. */
  #tests;

  capabilities() {
    return { reloadEnvironment: true };
  }

  #open(name) {
    const text = readFileSync(join(this.#place, name), 'utf8');
    return new Script(`(function (require, module, exports, __dirname) {${text}\n})`, { filename: name });
  }

  async dryRun() {
    instrumented.activeMutant = undefined;
    const loaded = testsOf(this.#open('specs.counting.cjs'), this.#require);
    if (loaded.length < fewestTests) {
      return { status: 'error', errorMessage: `Only ${loaded.length} tests were found.` };
    }
    const tests = [];
    for (const { id, name, body } of loaded) {
      instrumented.currentTestId = id;
      const begun = performance.now();
      const failure = await failureOf(body);
      const timeSpentMs = performance.now() - begun;
      const outcome = failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure };
      tests.push({ id, name, timeSpentMs, ...outcome });
    }
    instrumented.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: whereTestsReach(instrumented.mutantCoverage) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    this.#script ??= this.#open('specs.cjs');
    const isStatic = mutantActivation === 'static';
    const hits = { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 };
    instrumented.activeMutant = undefined;
    if (!isStatic) this.#tests ??= testsOf(this.#script, this.#require);
    Object.assign(instrumented, hits, { activeMutant: activeMutant.id });
    try {
      const tests = isStatic ? testsOf(this.#script, this.#require) : this.#tests;
      return await firstFailure(tests, testFilter && new Set(testFilter));
    } catch (thrown) {
      return { status: 'killed', killedBy: testFilter ?? [], failureMessage: String(thrown), nrOfTests: 0 };
    } finally {
      instrumented.activeMutant = undefined;
      if (isStatic) this.#tests = undefined;
    }
  }
}

async function failureOf(body) {
  try {
    await body();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message.slice(0, 2000) : String(thrown);
  }
}

/** Runs the tests that reach the mutant until one fails. */
async function firstFailure(tests, reaching) {
  let nrOfTests = 0;
  for (const { id, body } of tests) {
    if (reaching && !reaching.has(id)) continue;
    nrOfTests += 1;
    const failureMessage = await failureOf(body);
    const { hitCount, hitLimit } = instrumented;
    if (hitLimit !== undefined && hitCount > hitLimit) {
      return { status: 'timeout', reason: `Hit limit reached (${hitCount}/${hitLimit})` };
    }
    if (failureMessage !== undefined) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'specs', injectableClass: SpecRunner }];
