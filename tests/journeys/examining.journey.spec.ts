import type { AsOfView, RetoldView, SampleView, StoryView } from '@duly/api-contract';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
let life: CaseLife;
beforeAll(async () => {
  journey = await Journey.begin();
  life = await CaseLife.open(journey);
  await life.happens('NoticeGiven');
  await life.windTo('2036-04-21T10:00:00Z');
  await life.give('extend-time', { ground: 'complexity', reasons: 'Four systems must be searched.' });
  await life.happens('TimeExtended');
  await life.give('answer', { extent: 'wholly', words: 'The copies are in the sealed folder.' });
  await life.happens('RequestAnswered');
});
afterAll(() => journey.end());

const auditor = () => journey.as('auditor');

describe('a case as it stood', () => {
  const asOf = async (query: string): Promise<AsOfView> =>
    (await auditor()).read(`/v1/cases/${life.id}/as-of?${query}`);

  it('was due on 30 April 2036 on the day before the extension, and on 30 June once it was told', async () => {
    expect(await asOf('on=2036-04-20')).toMatchObject({
      dueDate: '2036-04-30',
      extension: 'none',
      outcome: null,
    });
    expect(await asOf('recordedAt=2036-04-20T12:00:00Z')).toMatchObject({
      dueDate: '2036-04-30',
      closedOn: null,
    });
    expect(await asOf('on=2036-04-21')).toMatchObject({ outcome: 'answered', closedOn: '2036-04-21' });
  });

  it('stands now as the case does', async () => {
    const { version, dueDate, outcome, inTime, calendarVersion } = await asOf(
      'recordedAt=2099-01-01T00:00:00Z',
    );
    expect({ dueDate, outcome, inTime }).toEqual({
      dueDate: '2036-06-30',
      outcome: 'answered',
      inTime: true,
    });
    expect(version).toBe((await life.view()).version);
    expect(calendarVersion).toBeTruthy();
  });

  it('was not there before it was received; and one of the two must be asked', async () => {
    const caller = await auditor();
    const path = `/v1/cases/${life.id}/as-of`;
    expect(await caller.get(`${path}?on=2036-03-30`)).toMatchObject({
      status: 404,
      body: { code: 'not-there-then' },
    });
    for (const query of ['', '?on=2036-04-20&recordedAt=2036-04-20T12:00:00Z', '?on=2036-02-30'])
      expect((await caller.get(`${path}${query}`)).status).toBe(400);
  });
});

describe('the auditor’s view', () => {
  it('tells the case as a story, in order, with who, why, rule and letter, and records that it was read', async () => {
    const caller = await auditor();
    const story = await caller.read<StoryView>(`/v1/cases/${life.id}/story`);
    expect(story.told.map(({ number }) => number)).toEqual(story.told.map((_, place) => place + 1));
    const first = story.told[0];
    expect(first).toMatchObject({ what: 'request received', on: '2036-03-31' });
    expect(first?.rule).toContain('Art 12');
    const decided = story.told.find(({ what }) => what === 'extension decided');
    expect(decided).toMatchObject({
      why: ['Four systems must be searched.'],
      letters: [{ kind: 'extension', to: 'requester', state: 'accepted' }],
    });
    expect(story.text).toContain('“Four systems must be searched.”');
    const { body } = await caller.get<{ entries: { action: string; detail: { what?: string } }[] }>(
      `/v1/requests/${life.opened.request}/audit?limit=1000`,
    );
    expect(body.entries.some(({ action }) => action === 'PersonalDataRead')).toBe(true);
    const examined = body.entries.filter(({ action }) => action === 'Examined');
    expect(examined.map(({ detail }) => detail.what)).toEqual(expect.arrayContaining(['as-of', 'story']));
  });

  it('holds what was told against what today’s rules say', async () => {
    const retold = await (await auditor()).read<RetoldView>(`/v1/cases/${life.id}/retold`);
    expect(retold).toMatchObject({
      told: { ruleset: 'uk-gdpr-2026', dates: { dueDate: '2036-06-30' } },
      ownLaw: { ruleset: 'uk-gdpr-2026', differences: [], why: null },
      todaysLaw: { ruleset: 'uk-gdpr-2026' },
    });
    expect(retold.notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['acknowledgement', 'extension']),
    );
    expect(retold.notices.every(({ isSame }) => isSame)).toBe(true);
  });

  it('draws the same sample from the same seed, says it, and gives it as CSV', async () => {
    const caller = await auditor();
    const path =
      '/v1/audit/sample?size=40&seed=spring-2036&closedFrom=2036-04-01&closedTo=2036-06-30&late=false';
    const drawn = await caller.read<SampleView>(path);
    expect(drawn).toMatchObject({
      seed: 'spring-2036',
      population: 1,
      cases: [{ id: life.id, inTime: true }],
    });
    expect(await caller.read<SampleView>(path)).toEqual(drawn);
    const other = await caller.read<SampleView>('/v1/audit/sample?outcome=refused&right=erasure&late=true');
    expect(other).toMatchObject({ population: 0, cases: [] });
    expect(other.seed).toMatch(/^[0-9a-f]{16}$/);
    const csv = await caller.get<string>(path, { accept: 'text/csv' });
    expect(csv.body.split('\r\n')[0]).toContain('reference,right');
    expect(csv.body).toContain(`${life.opened.reference}-1`);
  });

  it('is for auditors alone', async () => {
    const handler = await journey.as('handler');
    for (const path of [`/v1/cases/${life.id}/story`, `/v1/cases/${life.id}/retold`, '/v1/audit/sample'])
      expect((await handler.get(path)).status).toBe(403);
  });
});
