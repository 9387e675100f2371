import { endOfLondonDay, toCivilDate, toDay } from '@duly/law';
import { received, testCalendar, type Told } from '../case.given.js';
import { defaultCaseSettings } from '../case-settings.js';
import { everyOne } from '../what-happened.js';
import { summaryOf } from '../summary-of.js';
import { remindersAhead } from './ahead.js';
import { scheduleFrom, scheduleOf } from './schedule.js';
import type { Distance, ReminderSchedule } from './reminder-schedule.js';

const bySettings = scheduleFrom(defaultCaseSettings);
const { requester } = bySettings;

function schedule(version: number, changes: Partial<ReminderSchedule>): ReminderSchedule {
  return { ...bySettings, version, ...changes };
}
const asking = (remindAfter: readonly Distance[], more: object = {}) => ({
  requester: { ...requester, identity: { ...requester.identity, remindAfter, ...more } },
});
const sentOn = (told: Told, to: string): string[] =>
  everyOne(told.file, 'ReminderDue').flatMap(event => (event.to === to ? [event.on] : []));
const askedOn = (date: string): Told =>
  received({ on: '2036-03-31' }).on(date).when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });

describe('the schedule of reminders', () => {
  it('is what the settings say where nobody has put another: 10, 5 and 2 working days before, and the day before', () => {
    expect(scheduleOf(received({ on: '2036-03-31' }).file)).toEqual(bySettings);
    expect(bySettings).toMatchObject({
      version: 0,
      handler: [{ workingDays: 10 }, { workingDays: 5 }, { workingDays: 2 }, { days: 1 }],
      manager: [],
    });
  });

  it('travels in the start of a case', () => {
    const settings = { schedule: schedule(3, { handler: [{ days: 3 }] }) };
    const told = received({ on: '2036-03-31', settings }).on('2036-04-30');
    expect(sentOn(told, 'handler')).toEqual(['2036-04-27']);
  });

  it('counts working days by the case’s calendar, and days as they come', () => {
    const handler = [{ workingDays: 12 }, { days: 12 }];
    const told = received({ on: '2036-03-31' }).whenTheScheduleIs(schedule(1, { handler })).on('2036-04-30');
    // Good Friday (11 April) and Easter Monday (14 April) lie between; 18 April is twelve days before the last.
    expect(sentOn(told, 'handler')).toEqual(['2036-04-10', '2036-04-18']);
  });

  it('edited while a case runs stands in its history, old and new, and who changed it', () => {
    const next = schedule(1, { handler: [{ days: 3 }] });
    const told = received({ on: '2036-03-31' }).on('2036-04-02').whenTheScheduleIs(next);
    told.then('ScheduleChanged');
    expect(everyOne(told.file, 'ScheduleChanged')).toEqual([
      expect.objectContaining({
        was: bySettings,
        schedule: next,
        changedBy: 'staff-9',
        by: 'schedule',
        on: '2036-04-02',
      }),
    ]);
  });

  it('told twice, or after a newer one, causes nothing', () => {
    const told = received({ on: '2036-03-31' }).whenTheScheduleIs(schedule(2, { handler: [] }));
    told.whenTheScheduleIs(schedule(2, { handler: [] })).then();
    told.whenTheScheduleIs(schedule(1, { handler: [{ days: 1 }] })).then();
  });

  it('does not reach a closed case', () => {
    const closed = received({ on: '2036-03-31' })
      .on('2036-04-02')
      .when({ verb: 'answer', extent: 'wholly', words: 'w' });
    closed.whenTheScheduleIs(schedule(1, {})).refused('case-closed');
  });

  it('is no work on the case: it stays idle', () => {
    const told = received({ on: '2036-03-31' }).on('2036-04-10').whenTheScheduleIs(schedule(1, {}));
    expect(summaryOf(told.file).idleSince).toBe('2036-03-31');
  });

  it('stands for the further run of a case that is reopened', () => {
    const told = received({ on: '2036-03-31' })
      .whenTheScheduleIs(schedule(4, { handler: [{ days: 3 }] }))
      .when({ verb: 'answer', extent: 'wholly', words: 'w' });
    const reopened = told.reopened();
    const file = { ...reopened.file, events: [...told.file.events, ...reopened.file.events] };
    expect(scheduleOf(file).version).toBe(4);
  });
});

describe('a schedule edited while a case runs (keyed by case, kind and date)', () => {
  const reminded = (): Told => received({ on: '2036-03-31' }).on('2036-04-24');

  it('sends nothing again that was sent', () => {
    expect(sentOn(reminded(), 'handler')).toEqual(['2036-04-16', '2036-04-23']);
    const handler = [{ workingDays: 10 }, { workingDays: 5 }, { days: 1 }];
    const told = reminded().whenTheScheduleIs(schedule(1, { handler })).on('2036-04-30');
    expect(sentOn(told, 'handler')).toEqual(['2036-04-16', '2036-04-23', '2036-04-29']);
  });

  it('sends once, late, what it makes overdue', () => {
    const handler = [{ workingDays: 5 }, { workingDays: 4 }, { days: 1 }];
    const told = reminded().on('2036-04-25').whenTheScheduleIs(schedule(1, { handler })).on('2036-04-30');
    expect(sentOn(told, 'handler')).toEqual(['2036-04-16', '2036-04-23', '2036-04-25', '2036-04-29']);
  });

  it('follows the date where an extension moves it, and begins anew', () => {
    const told = received({ on: '2036-03-31' })
      .whenTheScheduleIs(schedule(1, { handler: [{ days: 2 }] }))
      .on('2036-04-29')
      .when({ verb: 'extend-time', ground: 'complexity', reasons: 'r' })
      .on('2036-06-30');
    expect(sentOn(told, 'handler')).toEqual(['2036-04-28', '2036-06-28']);
  });

  it('is silent while the month stands still, and once the request is answered', () => {
    const paused = askedOn('2036-04-02').whenTheScheduleIs(schedule(1, { handler: [{ days: 28 }] }));
    expect(sentOn(paused.on('2036-04-28'), 'handler')).toEqual([]);
    const answered = received({ on: '2036-03-31' })
      .when({ verb: 'answer', extent: 'wholly', words: 'w' })
      .on('2036-04-30');
    expect(sentOn(answered, 'handler')).toEqual([]);
  });

  it('follows a new public holiday: working days are counted again', () => {
    const handler = [{ workingDays: 2 }];
    const given = received({ on: '2036-08-19' }).whenTheScheduleIs(schedule(1, { handler })).on('2036-09-10');
    const holiday = { date: toCivilDate('2036-09-19') };
    const calendar = { ...testCalendar, version: 'funeral', holidays: [...testCalendar.holidays, holiday] };
    const dates = (told: Told) =>
      everyOne(told.file, 'ReminderDue').map(event => [event.on, event.to === 'handler' && event.forDate]);
    expect(dates(given.on('2036-09-22'))).toEqual([['2036-09-17', '2036-09-19']]);
    const moved = given.whenTheCalendarIs(calendar);
    expect(dates(moved.on('2036-09-22'))).toEqual([['2036-09-17', '2036-09-22']]);
  });
});

describe('the requester (R24)', () => {
  it('is reminded on each day of the schedule once, and of several that were missed by the last alone', () => {
    const told = askedOn('2036-04-02').whenTheScheduleIs(
      schedule(1, asking([{ days: 7 }, { workingDays: 10 }])),
    );
    expect(sentOn(told.on('2036-04-30'), 'requester')).toEqual(['2036-04-09', '2036-04-18']);
    const late = askedOn('2036-04-02').on('2036-04-15');
    const changed = late.whenTheScheduleIs(schedule(1, asking([{ days: 5 }, { days: 7 }, { days: 20 }])));
    expect(sentOn(changed.on('2036-04-30'), 'requester')).toEqual(['2036-04-15', '2036-04-22']);
  });

  it('who was reminded by the settings is not reminded again for an earlier day', () => {
    const told = askedOn('2036-04-02').on('2036-04-17');
    expect(sentOn(told, 'requester')).toEqual(['2036-04-16']);
    const changed = told.whenTheScheduleIs(schedule(1, asking([{ days: 7 }, { days: 14 }])));
    expect(sentOn(changed.on('2036-04-30'), 'requester')).toEqual(['2036-04-16']);
  });

  it('has the schedule of what was asked: the others do not concern this ask', () => {
    const other = { requester: { ...requester, fee: { ...requester.fee, remindAfter: [{ days: 1 }] } } };
    const told = askedOn('2036-04-02').whenTheScheduleIs(schedule(1, other)).on('2036-04-17');
    expect(sentOn(told, 'requester')).toEqual(['2036-04-16']);
  });

  it('keeps the time to reply that the letter told, and is warned as the new schedule says', () => {
    const shorter = schedule(
      1,
      asking([{ days: 14 }], { abandonAfter: { days: 15 }, warnBefore: { days: 3 } }),
    );
    const told = askedOn('2036-04-02').whenTheScheduleIs(shorter).on('2036-05-03');
    const [warning] = everyOne(told.file, 'AbandonmentWarningDecided');
    expect(warning).toMatchObject({ on: '2036-04-29', replyBy: '2036-05-02' });
    const next = received({ on: '2036-03-31' })
      .whenTheScheduleIs(shorter)
      .on('2036-04-02')
      .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(next.letters.at(-1)).toMatchObject({ waitsUntil: '2036-04-17' });
  });
});

describe('the manager', () => {
  it('hears again of an alarm that still stands, until the case is answered', () => {
    const told = received({ on: '2036-03-31' }).whenTheScheduleIs(
      schedule(1, { manager: [{ workingDays: 3 }, { days: 10 }] }),
    );
    const late = told.on('2036-05-31');
    // 5 May is a public holiday.
    expect(sentOn(late, 'manager')).toEqual(['2036-05-07', '2036-05-11']);
    expect(late.letters.filter(({ kind }) => kind === 'alarm-to-manager')).toHaveLength(3);
    expect(late.letters.at(-1)?.about).toMatchObject({ type: 'AlarmRaised', forDate: '2036-04-30' });
    const answered = told
      .on('2036-05-08')
      .when({ verb: 'answer', extent: 'wholly', words: 'w', reasonForLateness: 'l' });
    expect(sentOn(answered.on('2036-05-31'), 'manager')).toEqual(['2036-05-07']);
  });
});

describe('what is to come', () => {
  it('is told by the code that does it: reminders, the alarm, and nothing once the horizon is reached', () => {
    const { file, now } = received({ on: '2036-03-31' }).on('2036-04-20');
    const horizon = endOfLondonDay(toDay(toCivilDate('2036-05-02')));
    expect(remindersAhead(file, now, horizon)).toEqual([
      { on: '2036-04-23', to: 'handler', what: 'reminder', forDate: '2036-04-30' },
      { on: '2036-04-28', to: 'handler', what: 'reminder', forDate: '2036-04-30' },
      { on: '2036-04-29', to: 'handler', what: 'reminder', forDate: '2036-04-30' },
      { on: '2036-05-01', to: 'handler', what: 'alarm', forDate: '2036-04-30' },
      { on: '2036-05-01', to: 'manager', what: 'alarm', forDate: '2036-04-30' },
    ]);
  });

  it('holds the reminder and the warning of an ask', () => {
    const { file, now } = askedOn('2036-04-02');
    const horizon = endOfLondonDay(toDay(toCivilDate('2036-05-31')));
    expect(remindersAhead(file, now, horizon)).toEqual([
      { on: '2036-04-16', to: 'requester', what: 'reminder', forDate: null },
      { on: '2036-04-25', to: 'requester', what: 'warning', forDate: '2036-05-02' },
    ]);
  });
});
