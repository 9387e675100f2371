// What a package of a million records costs beside writing the same JSON with a plain stream, and the memory it takes.
// Run by `nx bench @duly/disclosure`, which bundles the library first. DULY_BENCH_RECORDS says how many records.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { filesOf, readKept, writePackage } from '../../../dist/libs/disclosure/index.js';
import { inRounds, over, tell } from '../../../tests/benchmarks/rounds.mjs';

const whole = Number(process.env.DULY_BENCH_RECORDS ?? 1_000_000);
const some = Math.min(whole, 100_000);
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'duly-bench-'));
const path = join(folder, 'out');

const described = (name, type) => ({ name, type, description: name, origin: 'provided', basis: 'contract' });
const entity = {
  source: 'orders',
  name: 'lines',
  description: 'What was ordered',
  fields: [
    ['id', 'integer'],
    ['name', 'text'],
    ['note', 'text'],
    ['price', 'decimal'],
    ['paid', 'boolean'],
    ['day', 'date'],
    ['at', 'instant'],
    ['tags', 'list'],
  ].map(([name, type]) => described(name, type)),
};
const note = 'Left with a neighbour, "as agreed", after two tries; the parcel was dry. '.repeat(12);
const recordOf = id => ({
  id,
  name: `Zoë Ångström ${id}`,
  note,
  price: '12.50',
  paid: id % 2 === 0,
  day: '2036-03-31',
  at: '2036-03-31T10:00:00Z',
  tags: ['a', id],
});
function* lines(count) {
  let open = '';
  for (let id = 0; id < count; id += 1) {
    open += `${JSON.stringify(recordOf(id))}\n`;
    if (open.length < 65_536) continue;
    yield Buffer.from(open);
    open = '';
  }
  yield Buffer.from(open);
}
/** As they are kept; what it costs to make them up is in no figure. */
const kept = [...lines(some)];
const limits = { recordBytes: 2 ** 20, records: whole };
const bytes = count => Readable.from(count === some ? kept : lines(count));
const collected = count => ({ entity, records: () => readKept(entity, bytes(count), limits) });
const facts = {
  reference: 'DR-2036-000001',
  madeOn: '2036-04-21',
  controller: { name: 'Example', address: '1 High Street', contact: 'data@example.org' },
  vocabulary: 'https://duly.example/vocabulary/1',
};
const contents = count => ({ facts, collected: [collected(count)], documents: [], beside: [] });

async function seconds(work) {
  const begun = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
}
const written = content => seconds(() => pipeline(Readable.from(content), createWriteStream(path)));
const fileOf = ending => filesOf(contents(some)).find(file => file.path.endsWith(`.${ending}`));

/** The most memory that is resident while the work runs, beyond what was before; megabytes. */
async function memoryOf(work) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  await work();
  clearInterval(watch);
  return (most - before) / 2 ** 20;
}

try {
  const whileIdle = await memoryOf(async () => {
    const time = await seconds(() => writePackage(contents(whole), createWriteStream(path)));
    console.log(`A package of ${whole} records in every format: ${time.toFixed(1)} s.`);
  });
  tell('Memory beyond idle while it is written', [whileIdle], 'MB', 250);
  const plain = await inRounds(
    {
      plain: () => written(lines(some)),
      json: () => written(fileOf('json').content()),
      csv: () => written(fileOf('csv').content()),
      xml: () => written(fileOf('xml').content()),
      rdf: () => written(fileOf('jsonld').content()),
    },
    rounds,
  );
  const faster = name => over(plain.plain, plain[name]);
  tell('JSON ÷ a plain stream of the same JSON (throughput)', faster('json'), '', { atLeast: 0.5 });
  tell('CSV ÷ a plain stream of the same JSON (throughput)', faster('csv'), '', { atLeast: 0.5 });
  tell('XML ÷ a plain stream of the same JSON (throughput)', faster('xml'), '');
  tell('RDF ÷ a plain stream of the same JSON (throughput)', faster('rdf'), '');
} finally {
  rmSync(folder, { recursive: true });
}
