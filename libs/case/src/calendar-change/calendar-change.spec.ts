import { toCivilDate, type Calendar } from '@duly/law';
import { received, testCalendar, type Told } from '../case.given.js';
import { everyOne } from '../what-happened.js';
import { openCaseFile } from '../evolve.js';
import { summaryOf } from '../summary-of.js';

const with_ = (version: string, ...dates: readonly string[]): Calendar => ({
  ...testCalendar,
  version,
  holidays: [...testCalendar.holidays, ...dates.map(date => ({ date: toCivilDate(date) }))],
});

/** Proclaimed on 10 September for 19 September, as in 2022: nine days' notice. */
const funeral = with_('test-2036 + 2036-09-19', '2036-09-19');
const without = (date: string): Calendar => ({
  ...testCalendar,
  version: `test-2036 - ${date}`,
  holidays: testCalendar.holidays.filter(holiday => holiday.date !== date),
});
/** Due on Friday 19 September 2036. */
const start = (): Told => received({ on: '2036-08-19' }).on('2036-09-10');
const changed = (told: Told) => everyOne(told.file, 'CalendarChanged').at(-1);

describe('a new public holiday (R20, Reg 1182/71 Art 3(4))', () => {
  it('moves the date that fell on it to the next working day, old and new in the history', () => {
    expect(start().summary.dueDate).toBe('2036-09-19');
    const told = start().whenTheCalendarIs(funeral).then('CalendarChanged');
    expect(told.summary).toMatchObject({
      dueDate: '2036-09-22',
      planBy: '2036-09-22',
      calendarVersion: 'test-2036 + 2036-09-19',
      alarmFor: null,
    });
    expect(changed(told)).toMatchObject({ from: 'test-2036', by: 'calendar', on: '2036-09-10' });
    expect(changed(told)?.moved).toContainEqual({ date: 'dueDate', from: '2036-09-19', to: '2036-09-22' });
    expect(told.tasks).not.toContain('alarm');
  });

  it('raises no alarm on the old last day, and one after the new one', () => {
    const told = start().whenTheCalendarIs(funeral);
    expect(told.on('2036-09-22').events).not.toContain('AlarmRaised');
    expect(told.on('2036-09-23').events.filter(type => type === 'AlarmRaised')).toHaveLength(1);
  });

  it('known only after the day, takes the alarm back', () => {
    const late = received({ on: '2036-08-19' }).on('2036-09-20');
    expect(late.summary.alarmFor).toBe('2036-09-19');
    const told = late.whenTheCalendarIs(funeral).then('CalendarChanged', 'AlarmWithdrawn');
    expect(told.tasks).not.toContain('alarm');
  });

  it('is told once: the same change again causes nothing', () => {
    start().whenTheCalendarIs(funeral).whenTheCalendarIs(funeral).then();
  });

  it('of another day leaves no trace in a case whose dates it does not move', () => {
    const other = start().whenTheCalendarIs(with_('test-2036 + 2036-09-18', '2036-09-18'));
    other.refused('calendar-moves-nothing');
    expect(other.summary.calendarVersion).toBe('test-2036');
  });

  it('leaves a closed case as it is', () => {
    const closed = start().when({ verb: 'answer', extent: 'wholly', words: 'w' });
    closed.whenTheCalendarIs(funeral).refused('case-closed');
  });

  it('of another nation is not the case’s (R18)', () => {
    start()
      .whenTheCalendarIs({ ...funeral, name: 'scotland' })
      .refused('contradicts-facts');
  });
});

describe('a holiday that is taken back moves a date earlier (R20)', () => {
  /** Received on 25 April; the month ends on Sunday 25 May, Monday 26 is a holiday, so due on Tuesday 27. */
  const spring = (): Told => received({ on: '2036-04-25' }).on('2036-05-12');

  it('and raises an alarm with a task, for handler and manager', () => {
    expect(spring().summary.dueDate).toBe('2036-05-27');
    const told = spring().whenTheCalendarIs(without('2036-05-26')).then('CalendarChanged', 'AlarmRaised');
    expect(told.summary).toMatchObject({ dueDate: '2036-05-26', alarmFor: '2036-05-26' });
    expect(told.tasks).toContain('alarm');
    expect(told.letters.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['alarm-to-handler', 'alarm-to-manager']),
    );
  });

  it('which does not stand for the alarm that the date has passed', () => {
    const told = spring().whenTheCalendarIs(without('2036-05-26')).on('2036-05-27');
    expect(everyOne(told.file, 'AlarmRaised').map(({ because }) => because)).toEqual([
      'date-moved-earlier',
      'due-date-passed',
    ]);
  });

  it('and is taken back when the date moves away again', () => {
    const told = spring()
      .whenTheCalendarIs(without('2036-05-26'))
      .when({ verb: 'extend-time', ground: 'complexity', reasons: 'r' });
    expect(told.events).toContain('AlarmWithdrawn');
    expect(told.tasks).not.toContain('alarm');
  });
});

describe('a calendar that ends before a date of the case (R59)', () => {
  it('gives a firm date once it reaches further', () => {
    const short = {
      ...testCalendar,
      covers: { from: toCivilDate('2035-01-01'), to: toCivilDate('2036-04-30') },
    };
    const told = received({ on: '2036-04-05', calendar: short }).on('2036-04-10');
    expect(told.summary).toMatchObject({ dueDate: '2036-05-05', isProvisional: true });
    const longer = told.whenTheCalendarIs(testCalendar).then('CalendarChanged');
    expect(longer.summary).toMatchObject({ dueDate: '2036-05-06', isProvisional: false });
  });
});

describe('a case that is reopened', () => {
  it('is judged by the calendar its run was opened with, not by a change of the run before', () => {
    const { file } = start().whenTheCalendarIs(funeral);
    const newest = with_('newest', '2036-09-19', '2036-09-22');
    const summary = summaryOf(
      openCaseFile({ ...file.opening, run: 2, calendar: newest, events: file.events }),
    );
    expect(summary).toMatchObject({ calendarVersion: 'newest', dueDate: '2036-09-23' });
  });
});
