import type { Problem, StatisticsView, WorkloadView } from '@duly/api-contract';
import { until } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const path = '/v1/statistics';
const spring = 'from=2036-02&to=2036-04';
const received = async (receivedOn: string, right: string): Promise<CaseLife> => {
  const life = await CaseLife.open(journey, { receivedOn, rights: [right] });
  await life.happens('NoticeGiven');
  return life;
};
const statistics = async (query: string): Promise<StatisticsView> =>
  (await journey.as('manager')).read(`${path}?${query}`);
const csvOf = async (query: string): Promise<string> => {
  const auditor = await journey.as('auditor');
  const { status, body, headers } = await auditor.get<string>(`${path}?${query}`, { accept: 'text/csv' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(headers.get('vary')).toBe('Accept');
  return body;
};

const late = 'The files were in another building.';
const answer = { extent: 'wholly', words: 'The copies are in the sealed folder.' };

describe('statistics of an office', () => {
  let inTime: CaseLife;

  beforeAll(async () => {
    inTime = await received('2036-03-31', 'access');
    await inTime.give('answer', answer);
    await inTime.happens('RequestAnswered');

    const tooLate = await received('2036-02-20', 'access');
    await tooLate.give('answer', { ...answer, reasonForLateness: late });
    await tooLate.happens('RequestAnswered');

    const paused = await received('2036-03-20', 'access');
    await paused.give('ask-for-clarification', { words: 'Which years?', reasons: 'There are forty.' });
    await paused.happens('ClarificationRequested');
    await paused.windTo('2036-04-05T10:00:00Z');
    await paused.give('record-clarification', { on: '2036-04-05', words: 'From 2030 on.' });
    await paused.happens('ClarificationReceived');

    const extended = await received('2036-03-31', 'restriction');
    await extended.give('extend-time', { ground: 'complexity', reasons: 'Four systems.' });
    await extended.happens('TimeExtended');

    const refused = await received('2036-03-31', 'restriction');
    const ground = { extent: 'wholly', ground: 'right-does-not-apply', reasons: 'A law asks us to keep it.' };
    await refused.give('refuse', { ...ground, despite: 'The register of tenants is public.' });
    await refused.happens('RequestRefused');

    const task = await until('a task', 20, async () => (await extended.view()).tasks[0]);
    await extended.handler.done(`/v1/tasks/${task.id}/claim`, {});
  }, 120_000);

  it('count each case once, by month and right, with its pause, its extension and its ground', async () => {
    const { rows, ...asked } = await statistics(spring);
    expect(asked).toEqual({ from: '2036-02', to: '2036-04', counting: 'received', by: 'month,right' });
    expect(rows).toMatchObject([
      { month: '2036-02', kind: 'request', right: 'access', cases: 1, late: 1, closedLate: 1 },
      {
        month: '2036-03',
        right: 'access',
        cases: 2,
        open: 1,
        closedInTime: 1,
        late: 0,
        paused: 1,
        pausedDays: 6,
        withinTarget: 1,
        medianAgeClosed: 0,
        medianAgeOpen: 16,
      },
      { month: '2036-03', right: 'restriction', cases: 2, open: 1, extended: 1, closedInTime: 1 },
    ]);
    expect(rows[0]).toMatchObject({ withinTarget: 0, medianAgeClosed: 40, longestIdle: 40 });
    expect(rows[2]?.refusedWholly).toMatchObject({ 'right-does-not-apply': 1, exemption: 0 });
    expect(rows[2]?.ends).toMatchObject({ refused: 1, answered: 0 });
  });

  it('are grouped and narrowed as asked', async () => {
    const grouped = async (query: string) =>
      (await statistics(`${spring}&${query}`)).rows.map(row => [row.month, row.right, row.cases]);
    expect(await grouped('by=total')).toEqual([[null, null, 5]]);
    expect(await grouped('by=month&counting=closed')).toEqual([['2036-03', null, 3]]);
    expect(await grouped('by=right&right=restriction')).toEqual([[null, 'restriction', 2]]);
    expect(await grouped('by=total&team=Information%20rights')).toEqual([[null, null, 1]]);
    expect((await statistics('from=2035-01&to=2035-12')).rows).toEqual([]);
  });

  it('say the same as CSV', async () => {
    const { rows } = await statistics(spring);
    const [names = [], ...lines] = (await csvOf(spring))
      .trimEnd()
      .split('\r\n')
      .map(line => line.split(','));
    const flat = rows.map(row =>
      Object.entries(row).flatMap(([name, value]): [string, string][] =>
        value !== null && typeof value === 'object'
          ? Object.entries(value).map(([deeper, many]) => [`${name}.${deeper}`, String(many)])
          : [[name, String(value ?? '')]],
      ),
    );
    const table = lines.map(cells => new Map(cells.map((cell, place) => [names[place], cell])));
    expect(table).toEqual(flat.map(cells => new Map(cells)));
    expect((await csvOf('from=2035-01&to=2035-12')).split('\r\n')).toHaveLength(2);
  });

  it('count a case that is reopened once, and as open', async () => {
    await until('the end of the run', 30, async () => {
      const { body } = await inTime.refused('extend-time', { ground: 'complexity', reasons: 'No.' });
      return body.code === 'case-closed' || undefined;
    });
    await inTime.give('reopen', { reasons: 'She found a folder that was left out.' });
    await inTime.happens('CaseReopened');
    const { rows } = await statistics('from=2036-03&to=2036-03&right=access');
    expect(rows).toMatchObject([{ cases: 2, open: 2, closed: 0, closedInTime: 0, reopened: 1 }]);
    expect((await statistics(`${spring}&by=total&counting=closed`)).rows).toMatchObject([{ cases: 2 }]);
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['', ['from', 'to']],
    ['from=2036-13&to=2036-04', ['from']],
    ['from=2036-04&to=2036-03', ['to']],
    ['from=2026-01&to=2036-01', ['to']],
    [`${spring}&by=week`, ['by']],
    [`${spring}&counting=due`, ['counting']],
    [`${spring}&right=peace`, ['right']],
    [`${spring}&format=csv`, ['format']],
    [`${spring}&from=2036-01`, ['from']],
  ])('%s is refused, with what is wanted, as JSON also where CSV was asked for', async (query, fields) => {
    const manager = await journey.as('manager');
    const { status, body } = await manager.get<Problem>(`${path}?${query}`, { accept: 'text/csv' });
    expect([status, body.code]).toEqual([400, 'not-valid']);
    expect(body.errors?.map(({ field }) => field)).toEqual(fields);
  });

  it.each(['handler', 'approver', 'administrator', 'marketing'])('nothing, by a %s', async role => {
    const caller = await journey.as(role);
    const { status, body } = await caller.get<Problem>(`${path}?${spring}`);
    expect([status, body.code]).toEqual([403, 'not-permitted']);
  });
});

describe('the work in hand', () => {
  it('is told by person, by week and of nobody, narrowed to a team', async () => {
    await (await CaseLife.open(journey)).happens('NoticeGiven');
    const manager = await journey.as('manager');
    const load = await manager.read<WorkloadView>('/v1/workload');
    const inHand = [load.nobody, ...load.people];
    const ofPeople = inHand.reduce((all, { cases }) => all + cases, 0);
    const ofWeeks = load.weeks.reduce((all, { cases }) => all + cases, 0);
    expect(ofPeople).toBeGreaterThan(0);
    expect(ofWeeks).toBe(ofPeople);
    expect(load.people.map(({ name }) => name)).toContain('Morgan Reid');
    const none = await manager.read<WorkloadView>('/v1/workload?team=Nowhere');
    expect([none.people, none.weeks, none.nobody.cases]).toEqual([[], [], 0]);
    const handler = await journey.as('handler');
    expect((await handler.get('/v1/workload')).status).toBe(403);
  });
});
