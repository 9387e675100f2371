import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarImported, CalendarTried, CalendarView, CaseList } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { duly } from './duly-command.js';
import { Journey } from './journey.js';

let journey: Journey;
let administrator: ApiCaller;
beforeAll(async () => {
  journey = await Journey.begin({ at: '2036-09-10T09:00:00Z' });
  administrator = await journey.as('administrator');
});
afterAll(() => journey.end());

const path = '/v1/calendars/england-and-wales';
const funeral = {
  add: [{ date: '2036-09-19', title: 'State Funeral', citation: 'Proclamation of 10 September 2036' }],
};
const received = (receivedOn: string, right = 'access') =>
  CaseLife.open(journey, { receivedOn, rights: [right] });
const newest = async () => (await administrator.read<CalendarView>(path)).versions[0];

const told = (many: number) =>
  until('Every case that is concerned to be told', 60, async () => {
    const version = await newest();
    return (version?.cases.waiting === 0 && version.cases.moved >= many) || undefined;
  });

describe('a public holiday proclaimed nine days before, as on 10 September 2022 for the 19th (R20)', () => {
  it('moves the cases that are due on it, and no other, though the worker is killed in the middle', async () => {
    const due = [];
    for (let count = 0; count < 6; count += 1) due.push(await received('2036-08-19'));
    const other = await received('2036-08-20');
    const closed = await received('2036-08-19', 'objection_direct_marketing');
    await closed.give('answer', { extent: 'wholly', words: 'No more letters will come.' });
    await closed.happens('RequestAnswered');
    for (const life of [...due, other]) await life.happens('NoticeGiven');
    expect(await due[0]!.view()).toMatchObject({ dueDate: '2036-09-19', calendarVersion: 'journeys-1' });

    const foreseen = await administrator.done<CalendarTried>(`${path}/try`, funeral);
    expect(foreseen).toMatchObject({ calendar: 'england-and-wales', casesInAll: 6 });
    expect(foreseen.cases.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
    expect(foreseen.cases.map(({ dueDate, dueDateAfter }) => [dueDate, dueDateAfter])).toEqual(
      due.map(() => ['2036-09-19', '2036-09-22']),
    );
    expect((await newest())?.version).toBe('journeys-1');

    const [key] = [randomUUID()];
    const imported = await administrator.done<CalendarImported>(path, funeral, { key });
    expect(imported).toMatchObject({ isNew: true, casesToTell: 6 });
    await journey.worker.kill();
    await journey.startWorker();
    await told(6);
    expect(await administrator.done<CalendarImported>(path, funeral, { key })).toEqual(imported);

    for (const life of due) {
      const changed = await life.happens('CalendarChanged');
      expect(changed).toMatchObject({ from: 'journeys-1', by: 'calendar' });
      expect(changed['moved']).toContainEqual({ date: 'dueDate', from: '2036-09-19', to: '2036-09-22' });
      const types = await life.types();
      expect(types.filter(type => type === 'CalendarChanged')).toHaveLength(1);
      expect(types).not.toContain('AlarmRaised');
      expect(await life.view()).toMatchObject({ dueDate: '2036-09-22', calendarVersion: imported.version });
      expect((await life.clock()).dueDate).toBe('2036-09-22');
    }
    expect(await other.types()).not.toContain('CalendarChanged');
    expect(await closed.types()).not.toContain('CalendarChanged');
    expect((await newest())?.cases).toEqual({ waiting: 0, moved: 6, unmoved: 0, closed: 0 });
  });

  it('is known to new cases at once', async () => {
    const life = await received('2036-08-19');
    await life.happens('NoticeGiven');
    expect((await life.view()).dueDate).toBe('2036-09-22');
    expect((await administrator.done<CalendarImported>(path, funeral)).isNew).toBe(false);
  });

  it('taken back moves the date earlier, with an alarm and a task', async () => {
    const withdrawal = { withdraw: [{ date: '2036-09-19', citation: 'Proclamation of 12 September 2036' }] };
    const imported = await administrator.done<CalendarImported>(path, withdrawal);
    expect(imported.casesToTell).toBeGreaterThanOrEqual(7);
    await told(7);
    const handler = await journey.as('handler');
    const cases = await until('The alarms in the register', 30, async () => {
      const list = await handler.read<CaseList>('/v1/cases?alarm=true');
      return list.cases.length >= 7 ? list.cases : undefined;
    });
    expect(cases[0]).toMatchObject({ dueDate: '2036-09-19', alarmFor: '2036-09-19' });
    const view = await handler.read<{ tasks: { kind: string }[] }>(`/v1/cases/${cases[0]?.id}`);
    expect(view.tasks.map(({ kind }) => kind)).toContain('alarm');
  });
});

describe('an import of a calendar', () => {
  const feed = (dates: readonly string[]) => ({
    feed: { 'england-and-wales': { events: dates.map(date => ({ date, title: 'A bank holiday' })) } },
  });

  it('that would remove history is refused, with the way to keep it: calendar-removes-history', async () => {
    const { body, status } = await administrator.refused(path, feed(['2037-01-01', '2037-12-25']));
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'calendar-removes-history', cite: expect.stringContaining('R59') });
    expect(body.remedy).toContain('keepsWhatIsMissing');
    const kept = await administrator.done<CalendarImported>(path, {
      ...feed(['2037-01-01', '2037-12-25']),
      keepsWhatIsMissing: true,
    });
    expect(kept.isNew).toBe(true);
    expect(kept.changes.join(' ')).toContain('earlier holidays are kept');
  });

  it('that is no feed, or does not speak of the calendar, is refused: calendar-not-readable', async () => {
    for (const wrong of [{}, { scotland: { events: [{ date: '2037-01-01', title: 'x' }] } }]) {
      const { body } = await administrator.refused(path, { feed: wrong });
      expect(body.code).toBe('calendar-not-readable');
    }
  });

  it('of a name that nobody knows, without anything in it, or by a handler, is refused', async () => {
    const unknown = await administrator.refused('/v1/calendars/atlantis', funeral);
    expect(unknown.body.code).toBe('no-such-calendar');
    expect((await administrator.refused(path, {})).body.code).toBe('not-valid');
    const handler = await journey.as('handler');
    expect((await handler.refused(path, funeral)).body.code).toBe('not-permitted');
  });
});

describe('duly calendar', () => {
  const file = (content: object): string => {
    const path = join(journey.folder, `${randomUUID()}.json`);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const feed = { 'england-and-wales': { events: [{ date: '2038-01-01', title: 'New Year’s Day' }] } };

  it('imports a holiday by hand, and says what changed and how many cases wait to be told', async () => {
    const life = await received('2036-09-08');
    await life.happens('NoticeGiven');
    expect((await life.view()).dueDate).toBe('2036-10-08');
    const coronation = {
      add: [{ date: '2036-10-08', title: 'Coronation', citation: 'Proclamation of 9 September 2036' }],
    };
    const args = ['calendar', 'import', file(coronation), '--calendar', 'england-and-wales'];
    const imported = await duly(journey, args);
    expect(imported).toMatchObject({ code: 0, errors: '' });
    expect(imported.out).toContain(
      'Coronation on 2036-10-08 was entered by hand (Proclamation of 9 September',
    );
    expect(imported.out).toContain('1 open case waits to be told');
    await life.happens('CalendarChanged');
    expect((await life.view()).dueDate).toBe('2036-10-09');
    expect((await duly(journey, args)).out).toContain('nothing is new');
    const shown = await duly(journey, ['calendar', 'show', 'england-and-wales']);
    expect(shown).toMatchObject({ code: 0, errors: '' });
    expect(shown.out).toContain('known from 2015-01-01');
  });

  it('is refused a feed that removes history, with the rule and the option that keeps it', async () => {
    const refused = await duly(journey, ['calendar', 'import', file(feed)]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toMatch(/england-and-wales was refused \(HTTP 409\).*R59.*--keep-missing/s);
    const kept = await duly(journey, ['calendar', 'import', file(feed), '--keep-missing']);
    expect(kept).toMatchObject({ code: 0, errors: '' });
    expect(kept.out).toContain('earlier holidays are kept');
    const handler = await duly(journey, ['calendar', 'import', file(feed), '--as', 'handler']);
    expect(handler.code).toBe(1);
    expect(handler.errors).toContain('administrator');
  });

  it('says that nobody answers', async () => {
    const silent = await duly(journey, ['calendar', 'import', file(feed), '--api', 'http://127.0.0.1:1']);
    expect(silent).toMatchObject({ code: 2, out: '' });
    expect(silent.errors).toContain('The API does not answer at http://127.0.0.1:1');
  });
});
