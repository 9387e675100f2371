import type { CaseSourcesView } from '@duly/api-contract';
import { collectionIdOf } from '@duly/case-protocol';
import { caseTime } from '@duly/testing';
import type { CaseLife } from './case-life.js';
import { ofTeam, person, SourceOffice } from './source-office.js';

let office: SourceOffice;
beforeAll(async () => {
  office = await SourceOffice.begin({ APPROVE_ERASURES: 'on', ERASURE_WAITING_PERIOD: 'P3D' });
}, 180_000);
afterEach(() => office.clear());
afterAll(() => office.end());

const ground = { ground: 'unlawful', applies: true, reasons: 'There never was a basis for it.' };
const begin = (life: CaseLife) =>
  life.handler.done<CaseSourcesView>(`/v1/cases/${life.id}/erase-at-sources`, {});
const waitsFor = (life: CaseLife, source: string, why: string) =>
  office.hasAsk(life, source, ({ failure }) => failure === why);

it('sources erase once it is approved by a second person, the waiting period has ended, and no case of the person needs the data; each says what it did and shows it', async () => {
  await office.registered(office.ofHousing());
  await office.registered(office.ofFines());
  await office.registered(ofTeam());
  const access = await office.open(['access', 'erasure']);
  const life = access.sister(1);
  const path = `/v1/cases/${life.id}/erase-at-sources`;
  expect((await access.handler.refused(`/v1/cases/${access.id}/erase-at-sources`, {})).body.code).toBe(
    'not-for-this-right',
  );
  expect((await life.handler.refused(path, {})).body.code).toBe('no-ground-to-erase');
  const manager = await office.journey.as('manager');
  expect((await manager.refused(`${path}/approve`, {})).body.code).toBe('no-erasure-to-approve');
  await life.give('judge-erasure-ground', ground);
  await life.view();
  const begun = await begin(life);
  expect(begun.collections[0]).toMatchObject({ purpose: 'erase', approvedBy: null, open: 3 });
  expect(begun.collections[0]?.notBefore).toMatch(/^2036-04-03T/);
  const waiting = await waitsFor(life, 'archive', 'not-approved');
  const archive = `/v1/cases/${life.id}/sources/${waiting.id}`;
  const erased = { answer: 'erased', proof: 'Shredded on 8 April, log 117.' };
  expect((await life.handler.refused(`${archive}/answer`, erased)).body.code).toBe('wrong-answer');
  expect((await life.handler.refused(`${path}/approve`, {})).body.code).toBe('not-permitted');
  await manager.done(`${path}/approve`, {});
  await waitsFor(life, 'archive', 'waiting-period');

  // DPA 2018 s.173: the copy that was asked for must be given first.
  const clock = caseTime(office.journey.temporal, collectionIdOf(life.id, 'erase'));
  await clock.windTo('2036-04-04T12:00:00Z');
  await waitsFor(life, 'archive', 'held');
  await waitsFor(life, 'housing-system', 'held');
  expect(office.housing.receiver.received).toEqual([]);
  await access.give('answer', { extent: 'wholly', words: 'Here is the copy.' });
  await access.happens('RequestAnswered');
  await clock.windTo('2036-04-04T15:00:00Z');
  await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');

  const { told, raw } = await office.housing.message();
  expect(told.purpose).toBe('erase');
  expect(raw).not.toContain(person.name);
  expect((await office.housing.read(told)).body).toMatchObject({ purpose: 'erase', subject: person });
  expect((await office.housing.answer(told, { answer: 'found' })).body.code).toBe('wrong-answer');
  expect((await office.housing.answer(told, { answer: 'erased' })).body.code).toBe('not-valid');
  expect((await office.housing.document(told, 'log.txt', 'DELETE 3 rows')).status).toBe(200);
  const partly = {
    answer: 'partly-erased',
    reasons: 'Invoices are kept for six years.',
    proof: 'Ticket 4711.',
  };
  expect((await office.housing.answer(told, partly)).status).toBe(200);
  expect((await office.sourcesOf(life)).collections[0]).toMatchObject({ open: 2, completedAt: null });
  const fines = await office.hasAsk(life, 'fines', ({ state }) => state === 'asked');
  await life.handler.done(`/v1/cases/${life.id}/sources/${fines.id}/answer`, {
    answer: 'cannot',
    reasons: 'The law keeps a fine for its term.',
  });
  await life.handler.done(`${archive}/answer`, erased);
  await office.isComplete(life);
  expect(await office.askOf(life, 'housing-system')).toMatchObject({
    answer: 'partly-erased',
    reasons: partly.reasons,
    proof: partly.proof,
    documents: 1,
  });
  expect(await office.askOf(life, 'archive')).toMatchObject({ answer: 'erased', proof: erased.proof });
  await life.happens('NoteAdded');
}, 180_000);

it('whoever began it may not approve it where the settings want two', async () => {
  await office.registered(ofTeam());
  const life = await office.open(['erasure']);
  await life.give('judge-erasure-ground', ground);
  await life.view();
  const manager = await office.journey.as('manager');
  await manager.done(`/v1/cases/${life.id}/erase-at-sources`, {});
  const refused = await manager.refused(`/v1/cases/${life.id}/erase-at-sources/approve`, {});
  expect(refused.body.code).toBe('own-erasure');
});
