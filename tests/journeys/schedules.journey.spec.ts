import { randomUUID } from 'node:crypto';
import type {
  RemindersView,
  ScheduleBody,
  SchedulePut,
  ScheduleTried,
  ScheduleVersionsView,
  ScheduleView,
} from '@duly/api-contract';
import { until } from '@duly/infra';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
let administrator: ApiCaller;
beforeAll(async () => {
  journey = await Journey.begin();
  administrator = await journey.as('administrator');
});
afterAll(() => journey.end());

const path = '/v1/reminder-schedules/access';
const inForce = async (right = 'access'): Promise<ScheduleView> => {
  const { schedules } = await administrator.read<{ schedules: ScheduleView[] }>('/v1/reminder-schedules');
  const found = schedules.find(schedule => schedule.right === right);
  if (!found) throw new Error(`${right} has no schedule`);
  return found;
};
const bodyOf = ({ handler, requester, manager, source }: ScheduleView): ScheduleBody => ({
  handler,
  requester,
  manager,
  source,
});
const newest = async () => (await administrator.read<ScheduleVersionsView>(path)).versions[0];
const told = (version: number) =>
  until('Every open case to be told', 60, async () => {
    const latest = await newest();
    return (latest?.schedule.version === version && latest.cases?.waiting === 0) || undefined;
  });
/** Days of its reminders to the handler, by the case's own time. */
const reminded = async (life: CaseLife): Promise<readonly string[]> =>
  (await life.timeline()).events.filter(({ type }) => type === 'ReminderDue').map(({ on }) => on);

describe('schedules of reminders', () => {
  it('are those of the settings at first, one for each right', async () => {
    expect(await inForce()).toMatchObject({
      version: 0,
      handler: [{ workingDays: 10 }, { workingDays: 5 }, { workingDays: 2 }, { days: 1 }],
      requester: { identity: { remindAfter: [{ days: 14 }], abandonAfter: { months: 1 } } },
      manager: [],
    });
    expect((await inForce('complaint')).version).toBe(0);
    expect(await newest()).toMatchObject({ from: null, changedBy: null, cases: null });
  });

  it('are refused with what is wrong and where, and nothing changes', async () => {
    const good = bodyOf(await inForce());
    const ask = good.requester.fee;
    const wrong = {
      ...good,
      handler: [{ workingDays: 5 }, { workingDays: 5 }],
      manager: [{ workingDays: 2, days: 1 }],
      requester: {
        ...good.requester,
        identity: { ...ask, abandonAfter: { days: 3 } },
        fee: { ...ask, remindAfter: [{ months: 2 }] },
      },
    };
    const { body } = await administrator.refused(path, wrong);
    expect(body.code).toBe('not-valid');
    expect(Object.fromEntries((body.errors ?? []).map(({ field, message }) => [field, message]))).toEqual(
      expect.objectContaining({
        handler: 'names the same distance twice, and nobody is reminded twice',
        'manager[0]': 'must be workingDays alone, or days, months or both',
        'requester.identity.abandonAfter':
          'must be 7 days or more: the person needs a reasonable time to reply (R24)',
        'requester.fee.remindAfter[0]':
          'must be shorter than abandonAfter, or it would come when the time to reply has ended',
      }),
    );
    const handler = await journey.as('handler');
    expect((await handler.refused(path, good)).body.code).toBe('not-permitted');
    expect((await administrator.refused('/v1/reminder-schedules/holidays', good)).body.code).toBe(
      'not-valid',
    );
    expect((await inForce()).version).toBe(0);
  });
});

describe('a schedule that is edited while cases run', () => {
  it('is tried first, then reaches every open case once, though the worker is killed; nothing is sent again', async () => {
    const lives: CaseLife[] = [];
    for (let count = 0; count < 4; count += 1) lives.push(await CaseLife.open(journey));
    const closed = await CaseLife.open(journey);
    await closed.give('answer', { extent: 'wholly', words: 'Here is the copy.' });
    const other = await CaseLife.open(journey, { rights: ['erasure'] });
    for (const life of lives) await life.windTo('2036-04-24T12:00:00Z');
    for (const life of lives) {
      await life.happens('ReminderDue', 2);
      // The register knows a wound clock as of the case's last event.
      await life.give('add-note', { words: 'The search has begun.' });
    }
    await closed.happens('RequestAnswered');
    expect(await reminded(lives[0]!)).toEqual(['2036-04-16', '2036-04-23']);

    // Four working days before the last day is today, and past.
    const next = {
      ...bodyOf(await inForce()),
      handler: [{ workingDays: 10 }, { workingDays: 5 }, { workingDays: 4 }, { days: 1 }],
    };
    const manager = await journey.as('manager');
    const tried = (await manager.post<ScheduleTried>(`${path}/try`, next)).body;
    expect(tried).toMatchObject({ right: 'access', today: 4, casesLookedAt: 4, casesLeftOut: 0 });
    expect(tried.days).toContainEqual({ on: '2036-04-24', reminders: 4 });
    expect(tried.reminders[0]).toMatchObject({ to: 'handler', what: 'reminder', forDate: '2036-04-30' });
    expect(await reminded(lives[0]!)).toHaveLength(2);

    const key = randomUUID();
    const put = await administrator.done<SchedulePut>(path, next, { key });
    expect(put).toMatchObject({ schedule: { version: 1 }, casesToTell: 4 });
    await journey.worker.kill();
    await journey.startWorker();
    await told(1);
    expect(await administrator.done<SchedulePut>(path, next, { key })).toEqual(put);

    for (const life of lives) {
      await life.happens('ReminderDue', 3);
      const changed = await life.happens('ScheduleChanged');
      expect(changed).toMatchObject({
        by: 'schedule',
        was: { version: 0 },
        schedule: { version: 1, handler: next.handler },
      });
      expect((await life.types()).filter(type => type === 'ScheduleChanged')).toHaveLength(1);
      expect(await reminded(life)).toEqual(['2036-04-16', '2036-04-23', '2036-04-24']);
      expect((await life.handler.read<RemindersView>(`/v1/cases/${life.id}/reminders`)).reminders[0]).toEqual(
        { on: '2036-04-29', to: 'handler', what: 'reminder', forDate: '2036-04-30' },
      );
    }
    expect(await closed.types()).not.toContain('ScheduleChanged');
    expect(await other.types()).not.toContain('ScheduleChanged');
    const latest = await newest();
    expect(latest).toMatchObject({
      from: 0,
      cases: { waiting: 0, changed: 4, unchanged: 0, closed: 0, overtaken: 0 },
    });
    expect(latest?.changedBy).toMatch(/^staff-/);
  });

  it('is what new cases live by from their start, and is silent once they are answered', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const { reminders } = await life.handler.read<RemindersView>(`/v1/cases/${life.id}/reminders`);
    expect(reminders.map(({ on }) => on)).toContain('2036-04-24');
    expect(await life.types()).not.toContain('ScheduleChanged');
    await life.give('answer', { extent: 'wholly', words: 'Here is the copy.' });
    await life.happens('RequestAnswered');
    expect((await life.handler.read<RemindersView>(`/v1/cases/${life.id}/reminders`)).reminders).toEqual([]);
  });

  it('reminds a manager of an alarm that still stands, where it says so', async () => {
    const right = 'restriction';
    const body = { ...bodyOf(await inForce(right)), manager: [{ days: 3 }] };
    await administrator.done(`/v1/reminder-schedules/${right}`, body);
    const life = await CaseLife.open(journey, { rights: [right] });
    await life.windTo('2036-05-05T12:00:00Z');
    const alarm = await life.happens('AlarmRaised');
    expect(await life.happens('ReminderDue', 3)).toMatchObject({
      to: 'manager',
      alarm: alarm.number,
      planned: '2036-05-04',
    });
    await until('The second letter to the manager', 30, async () => {
      const { letters } = await life.letters();
      const sent = letters.filter(({ kind, state }) => kind === 'alarm-to-manager' && state === 'accepted');
      return sent.length === 2 || undefined;
    });
  });
});
