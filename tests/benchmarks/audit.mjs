// The audit log: what appending costs a command, and what a log of a million entries costs whoever proves or checks it.
import { isConsistent, isIncluded } from '@duly/audit';
import { LogCheck } from '@duly/cli/audit';
import { Register } from '@duly/register';
import { until } from '@duly/infra';
import { get, letter, post, tokenOf } from './calls.mjs';
import { inDatabase } from './database.mjs';
import { inRounds, median, over, tell } from './rounds.mjs';

const commands = 40;
const entries = 1_000_000;
const proofs = 200;
/** Milliseconds. */
const mostForInclusion = 10;
const mostForConsistency = 50;
const leastPerSecond = 50_000;
const megabyte = 1024 * 1024;

/** Swallows what would be appended, so that neither row nor index nor the queue for the tree is written. */
const swallow = [
  `CREATE OR REPLACE FUNCTION register.bench_swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
  `CREATE OR REPLACE TRIGGER bench_swallow BEFORE INSERT ON register.audit_entry FOR EACH ROW EXECUTE FUNCTION register.bench_swallow()`,
  'ALTER TABLE register.audit_entry DISABLE TRIGGER audit_entry_waits',
];
const append = [
  'DROP TRIGGER IF EXISTS bench_swallow ON register.audit_entry',
  'ALTER TABLE register.audit_entry ENABLE TRIGGER audit_entry_waits',
];
/** The entries, without the queue for the tree. */
const withoutQueue = [
  'DROP TRIGGER IF EXISTS bench_swallow ON register.audit_entry',
  'ALTER TABLE register.audit_entry DISABLE TRIGGER audit_entry_waits',
];

async function p50(call) {
  const times = [];
  for (let count = 0; count < commands; count += 1) {
    const begun = performance.now();
    await call(count);
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** A command to a case as its handler gives it, from the call to the answer. The worker keeps the register and the tree meanwhile. */
export async function appending(house, rounds) {
  const token = await tokenOf(house);
  await inDatabase(house.database('duly'), async ask => {
    const measured = statements => async () => {
      for (const statement of statements) await ask(statement);
      const opened = await post(`${house.apiUrl}/v1/requests`, token, {
        ...letter,
        receivedOn: '2036-03-31',
      });
      const path = `${house.apiUrl}/v1/cases/${opened.cases[0].id}`;
      await until('the first letter', 30, async () =>
        (await get(path, token)).version >= 2 ? true : undefined,
      );
      return p50(count => post(`${path}/add-note`, token, { words: `Note ${count}.` }));
    };
    const figures = await inRounds(
      { without: measured(swallow), queueless: measured(withoutQueue), appended: measured(append) },
      rounds,
    );
    for (const statement of append) await ask(statement);
    console.log('\nA command to a case (p50)');
    tell('with its entries in the audit log', figures.appended, 'ms');
    tell('with its entries, and no trigger that lets them wait for the tree', figures.queueless, 'ms');
    tell('with no audit log', figures.without, 'ms');
    tell('with ÷ without', over(figures.appended, figures.without), '', 1.1);
    tell('with ÷ without the trigger', over(figures.appended, figures.queueless), '', 1.1);
  });
}

const fill = `INSERT INTO register.audit_entry (action, by, request_id, case_id, run, event_number, cite, commitment, detail)
  SELECT 'NoteAdded', 'staff-7f3a', md5((n / 40)::text)::uuid, md5((n / 20)::text || 'case')::uuid, 1, n, 'UK GDPR Art 12(3)',
    encode(sha256(n::text::bytea), 'hex'), jsonb_build_object('verb', 'note', 'version', n % 40)
  FROM generate_series(1, ${entries}) AS n`;

const times = async work => {
  const all = [];
  for (let count = 0; count < proofs; count += 1) {
    const begun = performance.now();
    await work(count);
    all.push(performance.now() - begun);
  }
  return all.toSorted((one, other) => one - other);
};

async function everyProof({ auditTree }, { size, root }) {
  const at = () => Math.floor(Math.random() * size);
  const firsts = Array.from({ length: proofs }, at);
  const leaves = [];
  for (const index of firsts) leaves.push((await auditTree.entries(index, 1))[0].leaf);
  const inclusion = await times(async count => {
    const index = firsts[count];
    const [proof] = await auditTree.inclusion([index], size);
    if (!isIncluded({ index, size, leaf: Buffer.from(leaves[count], 'hex'), root }, proof))
      throw new Error('It is not included.');
  });
  const roots = [];
  for (const first of firsts) roots.push((await auditTree.at(first + 1)).root);
  const consistency = await times(async count => {
    const first = firsts[count] + 1;
    const proof = await auditTree.consistency(first, size);
    if (!isConsistent({ first, firstRoot: roots[count], second: size, secondRoot: root }, proof))
      throw new Error('It does not go on.');
  });
  const worst = sorted => sorted[Math.floor(sorted.length * 0.99)];
  tell('an inclusion proof, read and verified (p50)', [median(inclusion)], 'ms', mostForInclusion);
  tell('an inclusion proof (p99)', [worst(inclusion)], 'ms', mostForInclusion);
  tell('a consistency proof, read and verified (p50)', [median(consistency)], 'ms', mostForConsistency);
  tell('a consistency proof (p99)', [worst(consistency)], 'ms', mostForConsistency);
}

/** The whole log once through, from PostgreSQL or from what `source` gives, held against a head. */
async function checked(source, head) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const check = new LogCheck([head]);
  const begun = performance.now();
  for await (const page of source) {
    check.take(page);
    most = Math.max(most, process.memoryUsage().rss);
  }
  const [verdict] = check.end();
  if (verdict.verdict !== 'good') throw new Error(verdict.findings.join('\n'));
  return { perSecond: (head.size * 1_000) / (performance.now() - begun), more: (most - before) / megabyte };
}

export async function millionEntries(house, rounds) {
  const register = await Register.open({ url: house.database('duly'), poolSize: 4, application: 'bench' });
  try {
    await inDatabase(house.database('duly'), ask => ask(fill));
    console.log(`\nA log of ${entries} entries`);
    const begun = performance.now();
    await register.auditTree.grow();
    tell('entries that are given their places', [(entries * 1_000) / (performance.now() - begun)], '/s');
    const head = await register.auditTree.at();
    await inDatabase(house.database('duly'), ask =>
      ask('VACUUM ANALYZE register.audit_node, register.audit_leaf, register.audit_entry'),
    );
    await everyProof(register, head);
    const whole = { ...head, at: new Date().toISOString() };
    const speeds = [];
    const memories = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      const { perSecond, more } = await checked(register.auditTree.walk(), whole);
      speeds.push(perSecond);
      memories.push(more);
    }
    tell('entries verified, streamed from PostgreSQL', speeds, '/s', { atLeast: leastPerSecond });
    tell('memory that it takes beyond the start', memories, 'MB');
  } finally {
    await register.close();
  }
}
