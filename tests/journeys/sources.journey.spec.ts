import { randomUUID } from 'node:crypto';
import type {
  CaseSourcesView,
  DocumentsView,
  Problem,
  SourceRegistered,
  SourcesView,
  SourceView,
} from '@duly/api-contract';
import { built, contentOf, packageOf } from './disclosing.js';
import { openedZip } from './opened-zip.js';
import { entity, ofTeam, person, SourceOffice } from './source-office.js';

let office: SourceOffice;
beforeAll(async () => {
  office = await SourceOffice.begin();
}, 180_000);
afterEach(() => office.clear());
afterAll(() => office.end());

describe('the register of sources', () => {
  it('is kept by administrators, read by handlers, and shows no secret twice', async () => {
    const key = randomUUID();
    const first = await office.administrator.post<SourceRegistered>('/v1/sources', office.ofHousing(), {
      key,
    });
    const again = await office.administrator.post<SourceRegistered>('/v1/sources', office.ofHousing(), {
      key,
    });
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(again.body).toEqual({ id: first.body.id, secret: null });
    const { id } = first.body;
    expect((await office.administrator.refused('/v1/sources', office.ofHousing())).body.code).toBe(
      'source-name-taken',
    );
    const handler = await office.journey.as('handler');
    expect((await handler.read<SourcesView>('/v1/sources')).sources.map(({ name }) => name)).toEqual([
      'housing-system',
    ]);
    expect((await handler.refused('/v1/sources', ofTeam())).body.code).toBe('not-permitted');
    const changed = await office.administrator.done<SourceView>(`/v1/sources/${id}/change`, {
      title: 'Homes',
    });
    expect(changed).toMatchObject({ title: 'Homes', version: 2, terms: { kind: 'webhook' } });
    const rotated = await office.administrator.done<SourceRegistered>(`/v1/sources/${id}/rotate-secret`, {});
    expect(rotated.secret).not.toBe(first.body.secret);
    const fines = await office.registered(office.ofFines());
    const refused = await office.administrator.refused(`/v1/sources/${fines}/rotate-secret`, {});
    expect(refused.body.code).toBe('not-for-this-source');
    expect(JSON.stringify(await office.administrator.read(`/v1/sources/${fines}`))).not.toContain('reader');
    await office.remove(id, fines);
    expect((await office.administrator.get<Problem>(`/v1/sources/${id}`)).body.code).toBe('no-such-source');
  });

  it('refuses what could not be asked, with the field', async () => {
    const wrong = async (body: object) => (await office.administrator.refused('/v1/sources', body)).body;
    expect(
      await wrong({ ...office.ofHousing(), terms: { kind: 'webhook', url: 'https://10.0.0.1/' } }),
    ).toMatchObject({
      code: 'not-valid',
      errors: [{ field: 'terms.url' }],
    });
    expect((await wrong({ ...ofTeam(), name: 'The Archive' })).code).toBe('not-valid');
    expect((await wrong({ ...ofTeam(), connection: office.readerUrl })).errors?.[0]?.field).toBe(
      'connection',
    );
    const twice = [entity('visit', ['day', 'date']), entity('visit', ['day', 'date'])];
    expect((await wrong({ ...ofTeam(), entities: twice })).errors?.[0]?.field).toBe('entities');
    expect((await wrong({ ...office.ofFines(), entities: [] })).errors?.[0]?.field).toBe('terms');
  });
});

describe('a collection', () => {
  it('asks a team by letter, takes what it sends as a stream, and puts the search on record once it has answered', async () => {
    const life = await office.open();
    expect((await life.handler.refused(`/v1/cases/${life.id}/collect`, {})).body.code).toBe('no-sources');
    await office.registered(ofTeam());
    await office.collect(life);
    const asked = await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');
    const { reference } = await life.view();
    const letter = await office.journey.servers.mail.letter(
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
    const taken = await office.send(`${path}/records/visit`, lines);
    expect(taken.body).toMatchObject({ mediaType: 'application/json' });
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'a')]);
    expect((await office.send(`${path}/documents`, pdf, 'Visit of Quillibert.pdf')).status).toBe(200);
    await life.handler.done(`${path}/answer`, { answer: 'found' });
    await office.isComplete(life);
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
    expect((await office.send(`${path}/records/visit`, lines)).body.code).toBe('ask-settled');
  });

  it('goes on beside a source that is broken, shows how far it is, and ends once that is set aside with a reason', async () => {
    await office.registered(
      office.ofFines(office.readerUrl.replace('/reader_', '/nobody_').replace(':reader@', ':wrong@')),
    );
    await office.registered(ofTeam());
    const life = await office.open(['portability']);
    await office.collect(life);
    const asked = await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');
    const failing = await office.hasAsk(life, 'fines', ({ failure }) => failure !== null);
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
    await office.isComplete(life);
    expect(await office.askOf(life, 'fines')).toMatchObject({
      state: 'set-aside',
      reasons: 'The system was switched off.',
    });
    await life.happens('NoteAdded');
    const again = await life.handler.done<CaseSourcesView>(`${path}/${failing.id}/ask-again`, {});
    expect(again.collections[0]).toMatchObject({ open: 1, completedAt: null });
  });
});

it('what a team, a system and a database sent becomes the package, each record exactly as its source gave it', async () => {
  await office.registered(office.ofFines());
  await office.registered(office.ofHousing());
  await office.registered(ofTeam());
  const life = await office.open(['portability']);
  await office.collect(life);
  const { told } = await office.housing.message();
  expect((await office.housing.records(told, 'tenancy', '{"rent":9007199254740993.10}\n')).status).toBe(200);
  expect((await office.housing.answer(told, { answer: 'found' })).status).toBe(200);
  const { id } = await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');
  const path = `/v1/cases/${life.id}/sources/${id}`;
  const letter = 'Dear \u202Bשלום\u202C 👩‍👩‍👧‍👦';
  const sent = await office.send(`${path}/documents`, letter, '../=cmd|x.txt');
  expect(sent.body.code).toBe('not-valid');
  expect((await office.send(`${path}/documents`, letter, 'Letter of Zoë.txt')).status).toBe(200);
  expect((await office.send(`${path}/records/visit`, '{"day":"2036-01-02","note":"=1+1"}\n')).status).toBe(
    200,
  );
  await life.handler.done(`${path}/answer`, { answer: 'found' });
  await office.isComplete(life);
  const made = await built(life);
  const zip = await contentOf(life, made);
  const files = await openedZip(zip);
  const recordsIn = (name: string) =>
    (JSON.parse(files.get(`data/json/${name}.json`) ?? '') as { records: object[] }).records;
  expect(recordsIn('housing-system.tenancy')).toEqual([{ rent: '9007199254740993.10' }]);
  expect(recordsIn('archive.visit')).toEqual([{ day: '2036-01-02', note: '=1+1' }]);
  expect(recordsIn('fines.fine').map(one => Reflect.get(one, 'amount') as unknown)).toEqual([
    '12.50',
    '9007199254740993.10',
  ]);
  expect(files.get('data/csv/archive.visit.csv')).toContain("'=1+1");
  expect(files.get('documents/archive/0001.txt')).toBe(letter);
  expect(files.get('overview.html')).toContain('Letter of Zoë.txt');
  expect(files.get('cover-letter.pdf')?.slice(0, 5)).toBe('%PDF-');
  const { files: listed } = JSON.parse(files.get('manifest.json') ?? '') as { files: { path: string }[] };
  expect(listed.map(one => one.path)).toEqual([...files.keys()].filter(path => path !== 'manifest.json'));

  // The same contents, built anew, are the same bytes.
  await life.handler.done(`/v1/cases/${life.id}/package`, {});
  const again = await packageOf(life);
  expect(again.number).toBe(2);
  expect((await contentOf(life, again)).equals(zip)).toBe(true);
});

describe('a webhook source', () => {
  it('is told nothing of the person, reads it with its token, sends what it holds, and answers once', async () => {
    await office.registered(office.ofHousing());
    const [life, other] = [await office.open(), await office.open(['portability'])];
    await office.collect(life);
    const { told, raw, goodBy } = await office.housing.message();
    expect(goodBy).toEqual(office.housing.receiver.secrets);
    for (const secret of [person.name, person.email, life.opened.request]) expect(raw).not.toContain(secret);
    expect((await office.housing.read({ ...told, token: 'f'.repeat(64) })).body.code).toBe('token-refused');
    expect((await office.housing.read(told)).body).toMatchObject({
      subject: person,
      entities: [{ name: 'tenancy' }],
    });
    await office.collect(other);
    const second = await office.housing.message('source.asked', 1);
    const crossed = { ...told, url: second.told.url };
    expect((await office.housing.answer(crossed, { answer: 'nothing-held' })).body.code).toBe(
      'token-refused',
    );
    const missing = { ...told, url: told.url.replace(told.ask, randomUUID()) };
    expect((await office.housing.answer(missing, { answer: 'nothing-held' })).body.code).toBe(
      'token-refused',
    );
    expect((await office.housing.answer(told, { answer: 'erased', proof: 'p' })).body.code).toBe(
      'wrong-answer',
    );
    expect((await office.housing.answer(told, { answer: 'found' })).body.code).toBe('nothing-was-sent');
    expect((await office.housing.records(told, 'tenancy', '{"rent":"12.50","extra":1}\n')).body.code).toBe(
      'records-refused',
    );
    expect((await office.housing.records(told, 'garden', '{}\n')).body.code).toBe('not-valid');
    expect((await office.housing.document(told, '../../etc/passwd.txt', 'x')).body.code).toBe('not-valid');
    expect((await office.housing.document(told, 'letter.exe', 'MZ')).body.code).toBe('document-refused');
    expect((await office.housing.document(told, 'letter.pdf', 'MZ')).body.code).toBe('document-refused');
    expect((await office.housing.records(told, 'tenancy', '{"rent":"12.50"}\n')).status).toBe(200);
    expect((await office.housing.records(told, 'tenancy', '{"rent":"99"}\n')).body.code).toBe('ask-settled');
    expect((await office.housing.answer(told, { answer: 'found' })).body).toEqual({
      ask: told.ask,
      state: 'answered',
    });
    expect((await office.housing.answer(told, { answer: 'nothing-held' })).body.code).toBe('ask-settled');
    expect((await office.housing.read(told)).body.code).toBe('token-refused');
    await office.isComplete(life);
    expect(await office.askOf(life, 'housing-system')).toMatchObject({ answer: 'found', documents: 1 });
    const withheld = { answer: 'withheld', exemption: 'legal_professional_privilege' };
    expect((await office.housing.answer(second.told, withheld)).status).toBe(200);
    await office.isComplete(other);
  });

  it('that is down is tried again under the same id, and then asked', async () => {
    await office.registered(office.ofHousing());
    office.housing.receiver.received.length = 0;
    office.housing.receiver.answer = 500;
    const life = await office.open();
    await office.collect(life);
    const failing = await office.hasAsk(life, 'housing-system', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ failure: 'answered-500', state: 'waiting' });
    office.housing.receiver.answer = 204;
    await office.hasAsk(life, 'housing-system', ({ state }) => state === 'asked');
    expect(new Set(office.housing.receiver.ids).size).toBe(1);
  });
});
