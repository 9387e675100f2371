import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { deflateRawSync } from 'node:zlib';
import type { DocumentsView, PackagesView, Problem } from '@duly/api-contract';
import { until } from '@duly/infra';
import { Bucket } from './bucket.js';
import type { CaseLife } from './case-life.js';
import { contentOf, packageOf, reviewed } from './disclosing.js';
import { openedZip } from './opened-zip.js';
import { ofTeam, person, SourceOffice } from './source-office.js';

const megabyte = 2 ** 20;
const documentLimit = 160 * megabyte;

let office: SourceOffice;
let bucket: Bucket;
beforeAll(async () => {
  bucket = await Bucket.open();
  const settings = { DOCUMENT_LIMIT: String(documentLimit), RECORDS_LIMIT: String(megabyte) };
  office = await SourceOffice.begin({ ...bucket.settings, ...settings });
}, 180_000);
afterEach(() => office.clear());
afterAll(async () => {
  await office.end();
  await bucket.close();
});

/** A case whose one source, a team, has been asked. */
async function asked(): Promise<{ readonly life: CaseLife; readonly path: string }> {
  await office.registered(ofTeam());
  const life = await office.open();
  await office.collect(life);
  const { id } = await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');
  return { life, path: `/v1/cases/${life.id}/sources/${id}` };
}
const documentsOf = async ({ handler, id }: CaseLife) =>
  (await handler.read<DocumentsView>(`/v1/cases/${id}/documents`)).documents;

/** The most memory that a process ever had, in bytes; undefined where the system does not tell. */
function mostMemoryOf(pid: number): number | undefined {
  const file = `/proc/${pid}/status`;
  const [, kilobytes] = existsSync(file)
    ? (/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8')) ?? [])
    : [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}

/** Sends the same bytes again and again, without saying how many they will be, until it is answered. @returns what was said, and how much was sent */
function endless(
  path: string,
  piece: Buffer,
): Promise<{ readonly status?: number | undefined; readonly code: string; readonly sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let isAnswered = false;
    const { hostname: host, port } = new URL(office.journey.url);
    const headers = {
      authorization: `Bearer ${office.handlerToken}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      'x-document-name': 'all.txt',
    };
    const call = request({ host, port, path, method: 'POST', headers }, response => {
      let text = '';
      isAnswered = true;
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, code: (JSON.parse(text) as Problem).code, sent });
        call.destroy();
      });
    });
    // Once it is answered, the end of the connection is no news.
    call.on('error', error => {
      if (!isAnswered) reject(error);
    });
    const more = () => {
      while (!call.destroyed && !call.writableEnded) {
        sent += piece.length;
        if (!call.write(piece)) break;
      }
    };
    call.on('drain', more);
    more();
  });
}

it('what is sent without end is refused at the limit, in flat memory, and nothing of it is kept', async () => {
  const { life, path } = await asked();
  const before = mostMemoryOf(office.journey.api.pid);
  const text = Buffer.alloc(megabyte, 'a line of text\n');
  const document = await endless(`${path}/documents`, text);
  expect(document).toMatchObject({ status: 413, code: 'document-too-large' });
  const records = await endless(
    `${path}/records/visit`,
    Buffer.from('{"day":"2036-01-02","note":"rang"}\n'.repeat(1_000)),
  );
  expect(records).toMatchObject({ status: 413, code: 'document-too-large' });
  const after = mostMemoryOf(office.journey.api.pid);
  if (before === undefined || after === undefined)
    process.stderr.write('Memory is not measured: this system does not tell it.\n');
  else expect(after - before).toBeLessThan(document.sent + records.sent);
  expect(await documentsOf(life)).toEqual([]);
  await until('Nothing in the store', 30, () => Promise.resolve(bucket.objects.size === 0 || undefined));
});

/** One entry, whose length is told as it is, and which unfolds to a thousand times as much. */
function zipBomb(name: string): Buffer {
  const whole = Buffer.alloc(64 * megabyte, 'a');
  const data = deflateRawSync(whole);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(whole.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), data]);
}
const laughs =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><l>&c;</l>';
const outside = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>';

it.each([
  ['a name that climbs', '../../etc/passwd.txt', 'x', 'not-valid'],
  ['a name with a folder', 'a\\b.txt', 'x', 'not-valid'],
  ['a name that is written backwards', 'a\u202Etxt.exe', 'x', 'not-valid'],
  ['a program', 'letter.pdf', 'MZ', 'document-refused'],
  ['an archive', 'all.zip', zipBomb('all.txt'), 'document-refused'],
  [
    'an archive that unfolds to a thousand times as much, called a letter',
    'letter.docx',
    zipBomb('[Content_Types].xml'),
    'document-refused',
  ],
  ['text that is none', 'letter.txt', Buffer.from([0x41, 0xc3, 0x28, 0xff]), 'document-refused'],
])('%s is refused by one clear answer, and nothing is kept', async (_what, name, bytes, code) => {
  const { life, path } = await asked();
  expect((await office.send(`${path}/documents`, bytes, name)).body.code).toBe(code);
  expect(await documentsOf(life)).toEqual([]);
});

it('records that are no text, or hold what nobody described, are refused with their line, and not one is kept', async () => {
  const { life, path } = await asked();
  const good = '{"day":"2036-01-02","note":"rang"}\n';
  for (const [bytes, says] of [
    [Buffer.concat([Buffer.from(good), Buffer.from('{"day":null,"note":"\xC3\x28"}\n', 'latin1')]), 'UTF-8'],
    [Buffer.from(`${good}{"day":"2036-02-30","note":null}\n`), 'date'],
    [Buffer.from(`${good}{"day":null,"note":"a","note":"b"}\n`), 'each name once'],
    [Buffer.from(`${good}{"day":null,"note":"a","__proto__":1}\n`), 'does not describe'],
    [Buffer.from(`${good}${'['.repeat(100_000)}\n`), 'JSON'],
  ] as const) {
    const { body } = await office.send(`${path}/records/visit`, bytes);
    expect(body).toMatchObject({ code: 'records-refused', detail: expect.stringContaining(says) });
  }
  expect(await documentsOf(life)).toEqual([]);
});

it('a store that is full takes nothing, says so, and loses nothing: what is sent again, and a package that waited, are whole', async () => {
  const { life, path } = await asked();
  const visits = '{"day":"2036-01-02","note":"=HYPERLINK(\\"https://evil.example\\")"}\n';
  bucket.isFull = true;
  const refused = await office.send(`${path}/records/visit`, visits);
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    507,
    'store-full',
    '60',
  ]);
  expect(await documentsOf(life)).toEqual([]);
  bucket.isFull = false;
  expect((await office.send(`${path}/records/visit`, visits)).status).toBe(200);
  // What asks a reader to open other files, or unfolds, is kept as the bytes it is: nothing here opens it.
  for (const [name, xml] of [
    ['laughs.xml', laughs],
    ['outside.xml', outside],
  ] as const)
    expect((await office.send(`${path}/documents`, xml, name)).status).toBe(200);
  await life.handler.done(`${path}/answer`, { answer: 'found' });
  await office.isComplete(life);
  await reviewed(life);
  bucket.isFull = true;
  await life.handler.done(`/v1/cases/${life.id}/package`, {});
  await until('A package that waits for room', 60, async () => {
    const { package: made } = await life.handler.read<PackagesView>(`/v1/cases/${life.id}/package`);
    return made?.waitsFor === 'store-full' || undefined;
  });
  bucket.isFull = false;
  const files = await openedZip(await contentOf(life, await packageOf(life)));
  expect([files.get('documents/archive/0001.xml'), files.get('documents/archive/0002.xml')]).toEqual([
    laughs,
    outside,
  ]);
  expect(files.get('data/csv/archive.visit.csv')).toContain("'=HYPERLINK");
}, 120_000);

it('a worker that is killed while a source is asked asks it again by the same message; an old token opens nothing', async () => {
  await office.registered(office.ofHousing());
  office.housing.receiver.answer = 'silence';
  const life = await office.open();
  await office.collect(life);
  const { told } = await office.housing.message();
  await office.journey.worker.kill();
  office.housing.receiver.answer = 204;
  await office.journey.startWorker();
  await office.hasAsk(life, 'housing-system', ({ state }) => state === 'asked');
  expect(new Set(office.housing.receiver.ids).size).toBe(1);
  expect((await office.housing.read(told)).body).toMatchObject({ subject: person });
  expect((await office.housing.answer(told, { answer: 'nothing-held' })).status).toBe(200);
  await office.isComplete(life);

  // Asked anew, it has a token anew: the first one is none any more, and no answer that is sent twice counts.
  await life.handler.done(`/v1/cases/${life.id}/sources/${told.ask}/ask-again`, {});
  const ids = () => [...new Set(office.housing.receiver.ids)];
  await until('The second message', 60, () => Promise.resolve(ids().length === 2 || undefined));
  const second = office.housing.receiver.received.find(({ id }) => id === ids()[1]);
  const anew = { ...told, token: String(second?.data['token']) };
  expect((await office.housing.read(told)).body.code).toBe('token-refused');
  expect((await office.housing.answer(told, { answer: 'nothing-held' })).body.code).toBe('token-refused');
  expect((await office.housing.records(told, 'tenancy', '{"rent":"1"}\n')).body.code).toBe('token-refused');
  expect((await office.housing.answer(anew, { answer: 'nothing-held' })).status).toBe(200);
  expect((await office.housing.answer(anew, { answer: 'nothing-held' })).body.code).toBe('ask-settled');
  await office.isComplete(life);
}, 180_000);
