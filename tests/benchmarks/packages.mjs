// A package of a million records (about 1 GB) by the worker as it ships: its memory beyond idle, and what each format costs beside writing
// the same JSON with a plain stream. Encrypting and storing, beside a plain file copy through AES-GCM. DULY_BENCH_RECORDS says how many.
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as after } from 'node:timers/promises';
import { FolderStore, storeKeyOf } from '@duly/documents';
import { Database } from '@duly/postgres';
import { Register } from '@duly/register';
import { keysRole, Vault } from '@duly/vault';
import { get, letterOfToday, post, tokenOf } from './calls.mjs';
import { inRounds, over, tell } from './rounds.mjs';

const whole = Number(process.env.DULY_BENCH_RECORDS ?? 1_000_000);
const masterKeys = 'development:ZHVseSBkZXZlbG9wbWVudCBrZXksIG5vIHNlY3JldCE=';
const megabyte = 2 ** 20;
const copied = 256 * megabyte;

const described = (name, type) => ({ name, type, description: name, origin: 'provided', basis: 'contract' });
const entity = {
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
function* lines() {
  let open = '';
  for (let id = 0; id < whole; id += 1) {
    open += `${JSON.stringify(recordOf(id))}\n`;
    if (open.length < 65_536) continue;
    yield Buffer.from(open);
    open = '';
  }
  yield Buffer.from(open);
}

async function seconds(work) {
  const begun = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

/** The memory of a process that is resident now, in bytes. */
const residentOf = pid =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;

/** A shelf over the servers of the house: what a source would have sent lies there. */
async function aShelf(house, folder) {
  const pool = { poolSize: 2, application: 'duly bench' };
  const register = await Register.open({ ...pool, url: house.database('duly') });
  const keys = await Database.open({ ...pool, url: house.database('duly_keys'), role: keysRole });
  const vault = new Vault({ data: register.database, keys, masterKeys });
  const store = new FolderStore(join(folder, 'documents'));
  const close = async () => {
    await register.close();
    await keys.close();
  };
  return { register, vault, store, close };
}

/** A case whose one source has answered with all the records. */
async function collected(house, token, { register, vault, store }) {
  const opened = await post(`${house.apiUrl}/v1/requests`, token, letterOfToday());
  const [requestId, caseId] = [opened.request, opened.cases[0].id];
  const terms = { kind: 'task', email: 'team@council.example' };
  const source = {
    name: 'orders',
    title: 'Orders',
    kind: 'task',
    rights: null,
    entities: [entity],
    terms,
    secret: null,
  };
  await register.sources.register({ ...source, sourceId: randomUUID() }, 'bench');
  const where = { caseId, requestId, purpose: 'collect', right: 'access', by: 'bench' };
  const [{ askId }] = await register.sourceAsks.begin(where);
  const place = { requestId, caseId, documentId: randomUUID() };
  const row = {
    ...place,
    askId,
    purpose: 'records',
    entity: entity.name,
    nameWords: null,
    takenBy: 'source',
  };
  await register.documents.begin(row);
  await store.put(storeKeyOf(place), await vault.sealDocument(place, Readable.from(lines())));
  const taken = { mediaType: 'application/x-ndjson', bytes: 1, hash: 'a'.repeat(64), isOwn: true };
  await register.documents.received(place.documentId, taken);
  await register.sourceAsks.answer(askId, { answer: 'found', by: 'bench' });
  await register.sourceAsks.complete(caseId, 'collect');
  return { requestId, caseId };
}

/** Waits for the package while it looks at the worker's memory. @returns the most of it beyond idle, in megabytes */
async function builtWatching(path, token, pid) {
  const idle = residentOf(pid);
  let most = idle;
  await post(path, token);
  for (;;) {
    most = Math.max(most, residentOf(pid));
    await after(100);
    const { package: made } = await get(path, token);
    if (made?.state === 'failed') throw new Error(`It failed: ${made.failedBecause}`);
    if (made?.state === 'ready') return (most - idle) / megabyte;
  }
}

/** Seconds that each file took the worker, by its ending. */
async function timesOf(register, caseId) {
  const rows = await register.database.query(
    `SELECT path, extract(epoch FROM written_at - coalesce(lag(written_at) OVER (ORDER BY t.number), p.begun_at))::float8 AS seconds,
       extract(epoch FROM p.ready_at - p.begun_at)::float8 AS whole, extract(epoch FROM p.ready_at - max(written_at) OVER ())::float8 AS zip
     FROM register.package_part t JOIN register.package p USING (package_id) WHERE p.case_id = $1 ORDER BY t.number`,
    [caseId],
  );
  return {
    of: ending => rows.find(({ path }) => path.endsWith(ending)).seconds,
    whole: rows[0].whole,
    zip: rows[0].zip,
  };
}

async function sealing({ vault, store }, requestId, caseId, folder, rounds) {
  const from = join(folder, 'plain');
  writeFileSync(from, randomBytes(copied));
  const copy = () =>
    seconds(() =>
      pipeline(
        createReadStream(from),
        createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12)),
        createWriteStream(join(folder, 'copy'), { flush: true }),
      ),
    );
  const kept = async () => {
    const place = { requestId, caseId, documentId: randomUUID() };
    const time = await seconds(async () =>
      store.put(storeKeyOf(place), await vault.sealDocument(place, createReadStream(from))),
    );
    await store.remove(storeKeyOf(place));
    return time;
  };
  const figures = await inRounds({ copy, kept }, rounds);
  tell('Encrypt and store ÷ a file copy through AES-GCM', over(figures.copy, figures.kept), '', {
    atLeast: 0.7,
  });
}

export async function millionRecords(house, folder, pid, rounds) {
  const token = await tokenOf(house);
  const shelf = await aShelf(house, folder);
  try {
    const { requestId, caseId } = await collected(house, token, shelf);
    const path = join(folder, 'plain.json');
    const plain = [];
    for (let round = 0; round < 3; round += 1)
      plain.push(await seconds(() => pipeline(Readable.from(lines()), createWriteStream(path))));
    const memory = await builtWatching(`${house.apiUrl}/v1/cases/${caseId}/package`, token, pid);
    const times = await timesOf(shelf.register, caseId);
    console.log(
      `A package of ${whole} records in every format: ${times.whole.toFixed(0)} s, of them ${times.zip.toFixed(0)} s for the ZIP.`,
    );
    tell('Memory of the worker beyond idle while it builds', [memory], 'MB', 250);
    for (const [name, ending, aim] of [
      ['JSON', '.json', { atLeast: 0.5 }],
      ['CSV', '.csv', { atLeast: 0.5 }],
      ['XML', '.xml'],
      ['RDF', '.jsonld'],
    ])
      tell(
        `${name} by the worker ÷ a plain stream of the same JSON`,
        plain.map(time => time / times.of(`lines${ending}`)),
        '',
        aim,
      );
    await rm(path);
    await sealing(shelf, requestId, caseId, folder, rounds);
  } finally {
    await shelf.close();
  }
}
