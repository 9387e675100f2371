import { randomUUID } from 'node:crypto';
import type {
  CaseSourcesView,
  DocumentsView,
  DocumentTakenView,
  Problem,
  SourceRegistered,
  SourcesView,
  SourceView,
} from '@duly/api-contract';
import { until } from '@duly/infra';
import { Database } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { SourceSystem, upload } from './source-system.js';

const person = { name: 'Quillibert Canarius', email: 'quillibert@people.example' };

let journey: Journey;
let administrator: ApiCaller;
let handlerToken: string;
let housing: SourceSystem;
let elsewhere: TestDatabase;
let readerUrl: string;

async function aDatabaseOfTheirs(): Promise<void> {
  elsewhere = await testDatabase();
  const owner = await Database.open({ url: elsewhere.url, poolSize: 1, application: 'spec' });
  const role = `reader_${randomUUID().slice(0, 8)}`;
  await owner.query('CREATE TABLE fine (email text, amount numeric, paid boolean, at timestamptz)');
  await owner.query(
    `INSERT INTO fine VALUES ($1, 12.50, true, '2036-01-02T03:04:05Z'), ($1, 9007199254740993.10, false, NULL), ('other@people.example', 1, true, NULL)`,
    [person.email],
  );
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'reader'`);
  await owner.query(`GRANT SELECT ON fine TO ${role}`);
  await owner.close();
  readerUrl = Object.assign(new URL(elsewhere.url), { username: role, password: 'reader' }).href;
}

beforeAll(async () => {
  housing = await SourceSystem.open(() => journey.contract);
  await aDatabaseOfTheirs();
  const HOOKS_LOOPBACK = `127.0.0.1:${housing.receiver.port}`;
  journey = await Journey.begin({ settings: { HOOKS_LOOPBACK, DOCUMENTS_UNSCANNED: 'on' } });
  administrator = await journey.as('administrator');
  handlerToken = await journey.servers.signIn.token('handler');
});
afterAll(async () => {
  await journey.end();
  await housing.down();
  await elsewhere.stop();
});

const field = (name: string, type: string, origin = 'provided') => ({
  name,
  type,
  description: `The ${name}.`,
  origin,
  basis: 'contract',
});
const entity = (name: string, ...fields: readonly object[]) => ({
  name,
  description: `What we keep: ${name}.`,
  fields,
});
const registered = async (body: object): Promise<string> => {
  const { id, secret } = await administrator.done<SourceRegistered>('/v1/sources', body);
  if (secret !== null) housing.receiver.secrets = [secret];
  return id;
};
const remove = async (...ids: readonly string[]): Promise<void> => {
  for (const id of ids) await administrator.done(`/v1/sources/${id}/remove`, {});
};
afterEach(async () => {
  const { sources } = await administrator.read<SourcesView>('/v1/sources');
  await remove(...sources.map(({ id }) => id));
  housing.receiver.received.length = 0;
  housing.receiver.answer = 204;
});
const ofTeam = (name = 'archive') => ({
  name,
  title: 'The archive',
  entities: [entity('visit', field('day', 'date'), field('note', 'text'))],
  terms: { kind: 'task', email: `${name}@council.example` },
});
const ofHousing = () => ({
  name: 'housing-system',
  title: 'Housing system',
  entities: [entity('tenancy', field('rent', 'decimal'))],
  terms: { kind: 'webhook', url: housing.receiver.url },
});
const ofFines = (
  connection = readerUrl,
  statement = 'SELECT amount, paid, at FROM fine WHERE email = $1',
) => ({
  name: 'fines',
  title: 'Parking fines',
  entities: [entity('fine', field('amount', 'decimal'), field('paid', 'boolean'), field('at', 'instant'))],
  terms: {
    kind: 'postgresql',
    queries: [{ entity: 'fine', statement, parameters: ['email'] }],
    seconds: 10,
    rows: 100,
  },
  connection,
});
const open = (rights: readonly string[] = ['access']) =>
  CaseLife.open(journey, { rights, words: 'All of it.', subject: person, requester: person });
const sourcesOf = (life: CaseLife) => life.handler.read<CaseSourcesView>(`/v1/cases/${life.id}/sources`);
const collect = (life: CaseLife) => life.handler.done<CaseSourcesView>(`/v1/cases/${life.id}/collect`, {});
const askOf = (view: CaseSourcesView, source: string) =>
  view.collections[0]?.sources.find(one => one.source === source);
const hasAsk = (
  life: CaseLife,
  source: string,
  what: (one: NonNullable<ReturnType<typeof askOf>>) => boolean,
) =>
  until(`The source ${source}`, 60, async () => {
    const found = askOf(await sourcesOf(life), source);
    return found && what(found) ? found : undefined;
  });
const isComplete = (life: CaseLife) =>
  until(
    'The end of the collection',
    60,
    async () => (await sourcesOf(life)).collections[0]?.completedAt ?? undefined,
  );
const send = <Body = DocumentTakenView & Problem>(path: string, bytes: BodyInit, name?: string) =>
  upload<Body>(`${journey.url}${path}`, handlerToken, bytes, name === undefined ? {} : { name });

describe('the register of sources', () => {
  it('is kept by administrators, read by handlers, and shows no secret twice', async () => {
    const key = randomUUID();
    const first = await administrator.post<SourceRegistered>('/v1/sources', ofHousing(), { key });
    const again = await administrator.post<SourceRegistered>('/v1/sources', ofHousing(), { key });
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(again.body).toEqual({ id: first.body.id, secret: null });
    const { id } = first.body;
    expect((await administrator.refused('/v1/sources', ofHousing())).body.code).toBe('source-name-taken');
    const handler = await journey.as('handler');
    expect((await handler.read<SourcesView>('/v1/sources')).sources.map(({ name }) => name)).toEqual([
      'housing-system',
    ]);
    expect((await handler.refused('/v1/sources', ofTeam())).body.code).toBe('not-permitted');
    const changed = await administrator.done<SourceView>(`/v1/sources/${id}/change`, { title: 'Homes' });
    expect(changed).toMatchObject({ title: 'Homes', version: 2, terms: { kind: 'webhook' } });
    const rotated = await administrator.done<SourceRegistered>(`/v1/sources/${id}/rotate-secret`, {});
    expect(rotated.secret).not.toBe(first.body.secret);
    const fines = await registered(ofFines());
    const refused = await administrator.refused(`/v1/sources/${fines}/rotate-secret`, {});
    expect(refused.body.code).toBe('not-for-this-source');
    expect(JSON.stringify(await administrator.read(`/v1/sources/${fines}`))).not.toContain('reader');
    await remove(id, fines);
    expect((await administrator.get<Problem>(`/v1/sources/${id}`)).body.code).toBe('no-such-source');
  });

  it('refuses what could not be asked, with the field', async () => {
    const wrong = async (body: object) => (await administrator.refused('/v1/sources', body)).body;
    expect(
      await wrong({ ...ofHousing(), terms: { kind: 'webhook', url: 'https://10.0.0.1/' } }),
    ).toMatchObject({
      code: 'not-valid',
      errors: [{ field: 'terms.url' }],
    });
    expect((await wrong({ ...ofTeam(), name: 'The Archive' })).code).toBe('not-valid');
    expect((await wrong({ ...ofTeam(), connection: readerUrl })).errors?.[0]?.field).toBe('connection');
    const twice = [entity('visit', field('day', 'date')), entity('visit', field('day', 'date'))];
    expect((await wrong({ ...ofTeam(), entities: twice })).errors?.[0]?.field).toBe('entities');
    expect((await wrong({ ...ofFines(), entities: [] })).errors?.[0]?.field).toBe('terms');
  });
});

describe('a collection', () => {
  it('asks a team by letter, takes what it sends as a stream, and puts the search on record once it has answered', async () => {
    const life = await open();
    expect((await life.handler.refused(`/v1/cases/${life.id}/collect`, {})).body.code).toBe('no-sources');
    const team = await registered(ofTeam());
    await collect(life);
    const asked = await hasAsk(life, 'archive', ({ state }) => state === 'asked');
    const { reference } = await life.view();
    const letter = await journey.servers.mail.letter(
      ({ envelope, text }) => envelope.to.includes('archive@council.example') && text.includes(reference),
    );
    for (const secret of [person.name, person.email]) expect(letter.source).not.toContain(secret);
    const path = `/v1/cases/${life.id}/sources/${asked.id}`;
    expect((await life.handler.refused(`${path}/answer`, { answer: 'found' })).body.code).toBe(
      'nothing-was-sent',
    );
    expect((await life.handler.refused(`${path}/answer`, { answer: 'cannot' })).body.errors?.[0]?.field).toBe(
      'reasons',
    );
    const lines = '{"day":"2036-01-02","note":"rang the bell"}\n{"day":"2036-01-03","note":null}\n';
    const taken = await send(`${path}/records/visit`, lines);
    expect(taken.body).toMatchObject({ mediaType: 'application/json' });
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'a')]);
    expect((await send(`${path}/documents`, pdf, 'Visit of Quillibert.pdf')).status).toBe(200);
    await life.handler.done(`${path}/answer`, { answer: 'found' });
    await isComplete(life);
    expect((await life.happens('SearchRecorded')).type).toBe('SearchRecorded');
    const { documents } = await life.handler.read<DocumentsView>(`/v1/cases/${life.id}/documents`);
    expect(documents.map(({ purpose, entity: of, name }) => [purpose, of, name])).toEqual([
      ['records', 'visit', null],
      ['original', null, 'Visit of Quillibert.pdf'],
    ]);
    expect((await life.handler.refused(`${path}/answer`, { answer: 'nothing-held' })).body.code).toBe(
      'ask-settled',
    );
    expect((await life.handler.refused(`${path}/set-aside`, { reasons: 'late' })).body.code).toBe(
      'ask-settled',
    );
    expect((await send(`${path}/records/visit`, lines)).body.code).toBe('ask-settled');
  });

  it('goes on beside a source that is broken, shows how far it is, and ends once that is set aside with a reason', async () => {
    const broken = await registered(
      ofFines(readerUrl.replace('/reader_', '/nobody_').replace(':reader@', ':wrong@')),
    );
    const team = await registered(ofTeam());
    const life = await open(['portability']);
    await collect(life);
    const asked = await hasAsk(life, 'archive', ({ state }) => state === 'asked');
    const failing = await hasAsk(life, 'fines', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ state: 'waiting', failure: 'sign-in-refused' });
    const path = `/v1/cases/${life.id}/sources`;
    const after = await life.handler.done<CaseSourcesView>(`${path}/${asked.id}/answer`, {
      answer: 'nothing-held',
    });
    expect(after.collections[0]).toMatchObject({ open: 1, completedAt: null });
    expect((await life.handler.refused(`${path}/${failing.id}/ask-again`, {})).body.code).toBe('ask-open');
    expect(
      (await life.handler.refused(`${path}/${randomUUID()}/set-aside`, { reasons: 'r' })).body.code,
    ).toBe('no-such-ask');
    await life.handler.done(`${path}/${failing.id}/set-aside`, { reasons: 'The system was switched off.' });
    await isComplete(life);
    expect(askOf(await sourcesOf(life), 'fines')).toMatchObject({
      state: 'set-aside',
      reasons: 'The system was switched off.',
    });
    await life.happens('NoteAdded');
    const again = await life.handler.done<CaseSourcesView>(`${path}/${failing.id}/ask-again`, {});
    expect(again.collections[0]).toMatchObject({ open: 1, completedAt: null });
  });
});

describe('a PostgreSQL source', () => {
  it('is asked by a role that may only read, gives every number to its last digit, and nothing of anybody else', async () => {
    const fines = await registered(ofFines());
    const life = await open();
    await collect(life);
    await isComplete(life);
    expect(askOf(await sourcesOf(life), 'fines')).toMatchObject({
      answer: 'found',
      documents: 1,
      answeredBy: 'source',
    });
    const document = await until('The records, clean', 60, async () => {
      const { documents } = await life.handler.read<DocumentsView>(`/v1/cases/${life.id}/documents`);
      return documents.find(({ scan }) => scan === 'clean');
    });
    const response = await fetch(`${journey.url}/v1/cases/${life.id}/documents/${document.id}`, {
      headers: { authorization: `Bearer ${handlerToken}` },
    });
    expect((await response.text()).trim().split('\n')).toEqual([
      '{"amount":"12.50","paid":true,"at":"2036-01-02T03:04:05+00:00"}',
      '{"amount":"9007199254740993.10","paid":false,"at":null}',
    ]);
  });

  it.each([
    ['whose role may write', () => elsewhere.url, undefined, 'role-may-write'],
    [
      'whose query takes too long',
      () => readerUrl,
      'SELECT 1 AS amount, true AS paid, now() AS at FROM pg_sleep(60) WHERE $1::text IS NOT NULL',
      'took-too-long',
    ],
    [
      'whose query gives too many rows',
      () => readerUrl,
      'SELECT n AS amount, true AS paid, now() AS at FROM generate_series(1, 5000) n WHERE $1::text IS NOT NULL',
      'too-many-rows',
    ],
    [
      'whose query would write',
      () => readerUrl,
      'WITH gone AS (DELETE FROM fine RETURNING 1) SELECT 1 AS amount WHERE $1::text IS NOT NULL',
      'query-refused',
    ],
    [
      'whose rows nobody described',
      () => readerUrl,
      'SELECT email FROM fine WHERE email = $1',
      'records-refused',
    ],
  ])('%s is tried again later, and says why', async (_what, connection, statement, because) => {
    const body = ofFines(connection(), statement);
    const fines = await registered({ ...body, terms: { ...body.terms, seconds: 2 } });
    const life = await open();
    await collect(life);
    const failing = await hasAsk(life, 'fines', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ failure: because, documents: 0 });
  });
});

describe('a webhook source', () => {
  it('is told nothing of the person, reads it with its token, sends what it holds, and answers once', async () => {
    const id = await registered(ofHousing());
    const [life, other] = [await open(), await open(['portability'])];
    await collect(life);
    const { told, raw, goodBy } = await housing.message();
    expect(goodBy).toEqual(housing.receiver.secrets);
    for (const secret of [person.name, person.email, life.opened.request]) expect(raw).not.toContain(secret);
    expect((await housing.read({ ...told, token: 'f'.repeat(64) })).body.code).toBe('token-refused');
    expect((await housing.read(told)).body).toMatchObject({
      subject: person,
      entities: [{ name: 'tenancy' }],
    });
    await collect(other);
    const second = await housing.message('source.asked', 1);
    const crossed = { ...told, url: second.told.url };
    expect((await housing.answer(crossed, { answer: 'nothing-held' })).body.code).toBe('token-refused');
    const missing = { ...told, url: told.url.replace(told.ask, randomUUID()) };
    expect((await housing.answer(missing, { answer: 'nothing-held' })).body.code).toBe('token-refused');
    expect((await housing.answer(told, { answer: 'erased', proof: 'p' })).body.code).toBe('wrong-answer');
    expect((await housing.answer(told, { answer: 'found' })).body.code).toBe('nothing-was-sent');
    expect((await housing.records(told, 'tenancy', '{"rent":"12.50","extra":1}\n')).body.code).toBe(
      'records-refused',
    );
    expect((await housing.records(told, 'garden', '{}\n')).body.code).toBe('not-valid');
    expect((await housing.document(told, '../../etc/passwd.txt', 'x')).body.code).toBe('not-valid');
    expect((await housing.document(told, 'letter.exe', 'MZ')).body.code).toBe('document-refused');
    expect((await housing.document(told, 'letter.pdf', 'MZ')).body.code).toBe('document-refused');
    expect((await housing.records(told, 'tenancy', '{"rent":"12.50"}\n')).status).toBe(200);
    expect((await housing.records(told, 'tenancy', '{"rent":"99"}\n')).body.code).toBe('ask-settled');
    expect((await housing.answer(told, { answer: 'found' })).body).toEqual({
      ask: told.ask,
      state: 'answered',
    });
    expect((await housing.answer(told, { answer: 'nothing-held' })).body.code).toBe('ask-settled');
    expect((await housing.read(told)).body.code).toBe('token-refused');
    await isComplete(life);
    expect(askOf(await sourcesOf(life), 'housing-system')).toMatchObject({ answer: 'found', documents: 1 });
    const withheld = { answer: 'withheld', exemption: 'legal_professional_privilege' };
    expect((await housing.answer(second.told, withheld)).status).toBe(200);
    await isComplete(other);
  });

  it('that is down is tried again under the same id, and then asked', async () => {
    const id = await registered(ofHousing());
    housing.receiver.received.length = 0;
    housing.receiver.answer = 500;
    const life = await open();
    await collect(life);
    const failing = await hasAsk(life, 'housing-system', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ failure: 'answered-500', state: 'waiting' });
    housing.receiver.answer = 204;
    await hasAsk(life, 'housing-system', ({ state }) => state === 'asked');
    expect(new Set(housing.receiver.ids).size).toBe(1);
  });
});
