import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AuditOfRequest, CommandAnswerBody, PayloadsToOpen } from '@duly/api-contract';
import { keepingIdOf, workflowIdOf } from '@duly/case-protocol';
import { until } from '@duly/infra';
import { historyToJson } from '@duly/temporal';
import { CaseLife } from './case-life.js';
import { duly } from './duly-command.js';
import { Journey } from './journey.js';

const keyNamed = (name: string): string => `${name}:${randomBytes(32).toString('base64')}`;
const [first, second] = [keyNamed('first'), keyNamed('second')];
const page = 'https://temporal.council.example';

let journey: Journey;
let archive: string;
beforeAll(async () => {
  archive = mkdtempSync(join(tmpdir(), 'duly-archive-'));
  const settings = { TEMPORAL_PAYLOAD_KEYS: first, TEMPORAL_UI_ORIGINS: page, HISTORY_ARCHIVE: archive };
  journey = await Journey.begin({ settings });
});
afterAll(async () => {
  await journey.end();
  rmSync(archive, { recursive: true, force: true });
});

type PayloadJson = PayloadsToOpen['payloads'][number];

const isPayload = (value: object): value is PayloadJson & object =>
  'metadata' in value &&
  typeof value.metadata === 'object' &&
  value.metadata !== null &&
  'encoding' in value.metadata;

/** Every payload anywhere in it, failures and markers among them; search attributes are Temporal's own index and are never sealed. */
function payloadsIn(value: unknown): readonly PayloadJson[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isPayload(value)) return [value];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'searchAttributes' || name === 'indexedFields' ? [] : payloadsIn(part),
  );
}

const plainly = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('utf8');
const sealedBy = ({ metadata }: PayloadJson): string => plainly(metadata?.['encryption-key-id']);

/** As it lies in Temporal's store: read by a client that has no key. */
const asStored = async ({ id }: CaseLife): Promise<unknown> =>
  historyToJson(await journey.servers.temporal.client.workflow.getHandle(workflowIdOf(id)).fetchHistory());

const keysIn = async (life: CaseLife): Promise<ReadonlySet<string>> =>
  new Set(payloadsIn(await asStored(life)).map(sealedBy));

async function restart(keys: string): Promise<void> {
  await Promise.all([journey.worker.stop(), journey.api.stop()]);
  await journey.startApi({ TEMPORAL_PAYLOAD_KEYS: keys });
  await journey.startWorker({ TEMPORAL_PAYLOAD_KEYS: keys });
}

describe('what Temporal keeps of a case', () => {
  it('is sealed, every payload of it: no date, no step and no id can be read there without a key', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.give('add-note', { words: 'They rang.' });
    await life.refused('reopen', { reasons: 'It is not closed.' });
    const stored = await asStored(life);
    const payloads = payloadsIn(stored);
    expect(payloads.length).toBeGreaterThan(5);
    expect(new Set(payloads.map(sealedBy))).toEqual(new Set(['first']));
    const { reference } = await life.view();
    const texts = [JSON.stringify(stored), ...payloads.map(({ data }) => plainly(data))];
    for (const word of ['RequestReceived', 'NoteAdded', '2036-04-30', life.opened.request, reference])
      expect(texts.filter(text => text.includes(word))).toEqual([]);
  });

  it('opens for an auditor whose token Temporal’s web page sends along, and the look is on record', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const payloads = payloadsIn(await asStored(life));
    const auditor = await journey.as('auditor');
    const from = { origin: page, 'x-namespace': journey.servers.temporal.namespace };
    const { status, body, headers } = await auditor.post<PayloadsToOpen>(
      '/v1/codec/decode',
      { payloads },
      { headers: from },
    );
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, page]);
    expect(body.payloads).toHaveLength(payloads.length);
    expect(JSON.parse(plainly(body.payloads[0]?.data))).toMatchObject({ caseId: life.id, run: 1 });

    const { entries } = await auditor.read<AuditOfRequest>(`/v1/requests/${life.opened.request}/audit`);
    expect(entries.filter(({ action }) => action === 'Examined')).toMatchObject([
      { caseId: life.id, detail: { what: 'payloads', payloads: payloads.length, keys: 'first' } },
    ]);

    const handler = await journey.as('handler');
    expect((await handler.refused('/v1/codec/decode', { payloads })).body.code).toBe('not-permitted');
    const elsewhere = { headers: { 'x-namespace': 'another' } };
    expect((await auditor.refused('/v1/codec/decode', { payloads }, elsewhere)).body.code).toBe('not-valid');
    const [payload] = payloads;
    const foreign = [{ ...payload, metadata: { ...payload?.metadata, 'encryption-key-id': 'b3RoZXI=' } }];
    const { body: refused } = await auditor.refused('/v1/codec/decode', { payloads: foreign });
    expect(refused).toMatchObject({
      code: 'payload-does-not-open',
      detail: expect.stringContaining('"other"'),
    });
  });

  it('is asked for by pages of the named origin alone', async () => {
    const preflight = async (origin: string, path = '/v1/codec/decode') => {
      const asked = { origin, 'access-control-request-method': 'POST' };
      const { status, headers } = await fetch(`${journey.url}${path}`, { method: 'OPTIONS', headers: asked });
      return [
        status,
        headers.get('access-control-allow-origin'),
        headers.get('access-control-allow-headers'),
      ];
    };
    expect(await preflight(page)).toEqual([204, page, 'authorization, content-type, x-namespace']);
    expect(await preflight('https://elsewhere.example')).toEqual([404, null, null]);
    expect(await preflight(page, '/v1/requests')).toEqual([404, null, null]);
  });
});

describe('a new key', () => {
  it('seals what comes, while what the old one sealed goes on; without the old one the case waits and loses nothing', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    expect(await keysIn(life)).toEqual(new Set(['first']));

    await restart(`${second},${first}`);
    await life.give('add-note', { words: 'Under the second key.' });
    await life.happens('NoteAdded');
    expect(await keysIn(life)).toEqual(new Set(['first', 'second']));
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });

    await restart(second);
    const { path, body, key } = {
      path: `/v1/cases/${life.id}/add-note`,
      body: { words: 'Said while a key was missing.' },
      key: randomUUID(),
    };
    const waits = await life.handler.refused(path, body, { key });
    expect([waits.status, waits.body.code]).toEqual([503, 'temporal-away']);
    await until('the word of the missing key', 60, () =>
      Promise.resolve(/sealed with the key \\?"first\\?"/.test(journey.worker.log()) || undefined),
    );
    const auditor = await journey.as('auditor');
    const histories = await auditor.get<{ code: string; detail: string }>(`/v1/cases/${life.id}/histories`);
    expect([histories.status, histories.body.code]).toEqual([422, 'payload-does-not-open']);
    expect(histories.body.detail).toContain('sealed with the key "first"');

    await restart(`${second},${first}`);
    const answer = await life.handler.done<CommandAnswerBody>(path, body, { key });
    expect(answer.events).toEqual(['NoteAdded']);
    await life.happens('NoteAdded', 2);
    expect((await life.types()).filter(type => type === 'NoteAdded')).toHaveLength(2);
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });
  }, 240_000);

  it('is not needed for what was archived or exported: both hold what was sealed in the open', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.give('withdraw', { on: '2036-03-31', words: 'Please forget about it.' });
    await life.happens('RequestWithdrawn');
    expect(await keysIn(life)).toEqual(new Set(['second']));
    const file = join(journey.folder, 'sealed.json');
    expect(await duly(journey, ['audit', 'export', life.id, '--out', file])).toMatchObject({ code: 0 });
    const key = (await duly(journey, ['audit', 'key'])).out.trim();
    expect(await duly(journey, ['verify', file, '--key', key])).toMatchObject({ code: 0, errors: '' });
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from('binary/encrypted').toString('base64'));

    const queue = journey.environment['TEMPORAL_TASK_QUEUE'] ?? '';
    const schedule = journey.temporal.schedule.getHandle(keepingIdOf('historyArchive', queue));
    // One that began while the key was missing would wait long before it tries again.
    await schedule.trigger('TERMINATE_OTHER');
    const archived = await until('the archived history', 180, async () => {
      await schedule.trigger('SKIP');
      const files = readdirSync(archive, { recursive: true, encoding: 'utf8' });
      const whole = files.filter(name => name.endsWith('.json.gz'));
      const texts = whole.map(name => gunzipSync(readFileSync(join(archive, name))).toString('utf8'));
      return texts.find(text => text.includes(workflowIdOf(life.id)));
    });
    const opened = payloadsIn(JSON.parse(archived)).map(({ data }) => plainly(data));
    expect(opened.some(text => text.includes('RequestWithdrawn'))).toBe(true);
    const keys = `${second},${first}`;
    expect(await duly(journey, ['rebuild', '--check'], { TEMPORAL_PAYLOAD_KEYS: keys })).toMatchObject({
      code: 0,
      errors: '',
    });
  }, 240_000);
});
