import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { Server } from 'node:net';
import { join } from 'node:path';
import type {
  AuditOfRequest,
  DocumentsView,
  DocumentTakenView,
  DocumentView,
  Problem,
  Readiness,
} from '@duly/api-contract';
import { freePort, until } from '@duly/infra';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { harmful, speaksAsClamd } from './speaks-as-clamd.js';
import { upload, type SentBytes } from './source-system.js';

let journey: Journey;
let token: string;
let port: number;
let scanner: Server | undefined;
beforeAll(async () => {
  port = await freePort();
  journey = await Journey.begin({ settings: { SCANNER: `127.0.0.1:${port}`, DOCUMENT_LIMIT: '1048576' } });
  token = await journey.servers.signIn.token('handler');
}, 180_000);
afterAll(async () => {
  await journey.end();
  scanner?.close();
});

const open = () => CaseLife.open(journey, { words: 'All of it.' });
const send = (life: CaseLife, bytes: SentBytes, name = 'letter.txt') =>
  upload<DocumentTakenView & Problem>(`${journey.url}/v1/cases/${life.id}/documents`, token, bytes, { name });
const listed = async (life: CaseLife) =>
  (await life.handler.read<DocumentsView>(`/v1/cases/${life.id}/documents`)).documents;
const isScanned = (life: CaseLife, id: string, scan: DocumentView['scan']) =>
  until(`The document, ${scan}`, 90, async () =>
    (await listed(life)).find(one => one.id === id && one.scan === scan),
  );
const read = (caseId: string, id: string) =>
  fetch(`${journey.url}/v1/cases/${caseId}/documents/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
const place = (life: CaseLife, id = '') =>
  join(journey.environment['DOCUMENTS_FOLDER'] ?? '', life.opened.request, life.id, id);
const ready = () => journey.with(undefined).read<Readiness>('/health/ready');

it('a document waits while no scanner answers, readiness says so, and it is given out once it is clean, and never when it is not', async () => {
  const life = await open();
  expect((await ready()).scanner).toBe('down');
  const [good, bad] = [await send(life, 'Dear Sirs'), await send(life, `Dear ${harmful} Sirs`)];
  expect((await listed(life)).map(({ scan, name }) => [scan, name])).toEqual([
    ['waiting', 'letter.txt'],
    ['waiting', 'letter.txt'],
  ]);
  expect(await codeOf(await read(life.id, good.body.document))).toBe('not-clean');
  scanner = await speaksAsClamd(port);
  await isScanned(life, good.body.document, 'clean');
  expect(await isScanned(life, bad.body.document, 'infected')).toMatchObject({
    found: 'Spec-Harm',
    scannedBy: 'clamd',
  });
  expect((await ready()).scanner).toBe('up');
  expect(await codeOf(await read(life.id, bad.body.document))).toBe('not-clean');
  const response = await read(life.id, good.body.document);
  expect(await response.text()).toBe('Dear Sirs');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${good.body.document}"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { entries } = await (
    await journey.as('auditor')
  ).read<AuditOfRequest>(`/v1/requests/${life.opened.request}/audit?limit=200`);
  const reads = entries.filter(
    ({ action, detail }) => action === 'PersonalDataRead' && detail['what'] === 'document',
  );
  expect(reads.map(({ detail }) => detail['document'])).toContain(good.body.document);

  // Another case's id, or its bytes in this one's place, opens nothing.
  const other = await open();
  expect(await codeOf(await read(other.id, good.body.document))).toBe('no-such-document');
  const theirs = await send(other, 'Not for Sirs');
  await isScanned(other, theirs.body.document, 'clean');
  copyFileSync(place(other, theirs.body.document), place(life, good.body.document));
  const moved = await read(life.id, good.body.document)
    .then(async one => one.text())
    .catch(() => 'broken off');
  expect(moved).not.toContain('Not for');

  const path = `/v1/cases/${life.id}/documents/${bad.body.document}/remove`;
  await life.handler.done(path, { reasons: 'It does harm.' });
  expect(existsSync(place(life, bad.body.document))).toBe(false);
  expect((await life.handler.refused(path, { reasons: 'Again.' })).body.code).toBe('no-such-document');

  await journey.api.stop();
  await journey.startApi({ SCANNER: '' });
  expect((await ready()).scanner).toBe('not-set');
}, 240_000);

it('a document that breaks off, is too long, or is not sent as bytes leaves nothing behind', async () => {
  const life = await open();
  const headers = (more: object) => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
    'idempotency-key': randomUUID(),
    'x-document-name': 'letter.txt',
    ...more,
  });
  const path = `/v1/cases/${life.id}/documents`;
  const options = { host: '127.0.0.1', port: Number(new URL(journey.url).port), path, method: 'POST' };
  const broken = request({ ...options, headers: headers({ 'content-length': 900_000 }) });
  broken.on('error', () => undefined);
  broken.write(Buffer.alloc(200_000, 'a'));
  await until('Its beginning in the store', 30, () =>
    Promise.resolve((existsSync(place(life)) && readdirSync(place(life)).length > 0) || undefined),
  );
  broken.destroy();
  await until('Nothing in the store', 30, () =>
    Promise.resolve(readdirSync(place(life)).length === 0 || undefined),
  );

  const announced = request({ ...options, headers: headers({ 'content-length': 5 * 2 ** 30 }) });
  announced.on('error', () => undefined);
  announced.flushHeaders();
  const answered = new Promise<number | undefined>(resolve => {
    announced.on('response', ({ statusCode }) => resolve(statusCode));
  });
  expect(await answered).toBe(413);
  announced.destroy();

  expect((await send(life, Buffer.alloc(1_048_577, 'a'))).body.code).toBe('document-too-large');
  expect((await send(life, Buffer.from([0xff, 0xfe, 0x00]))).body.code).toBe('document-refused');
  const json = await upload<Problem>(`${journey.url}${path}`, token, '{}', {
    name: 'a.json',
    type: 'application/json',
  });
  expect(json.body.code).toBe('wrong-content-type');
  const bytes = await upload<Problem>(`${journey.url}/v1/cases/${life.id}/add-note`, token, 'abc');
  expect(bytes.body.code).toBe('wrong-content-type');
  expect((await send(life, 'a', '../../etc/passwd.txt')).body.code).toBe('not-valid');
  expect(await listed(life)).toEqual([]);
  expect(readdirSync(place(life))).toEqual([]);
});
