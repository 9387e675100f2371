import { openCalendars } from '../calendar/calendar.js';
import { sliceOf } from '../calendar/slice.js';
import { ukCalendar, ukCalendars } from '../calendar/uk-calendars.js';
import type { ClockInput } from '../clock/input.js';
import { isClockError } from '../clock/result.js';
import { toCivilDate } from '../dates/civil-date.js';
import { datesMoved } from './dates-moved.js';
import { earliestUnder } from './earliest-under.js';
import { provisionalClock } from './provisional-clock.js';
import { readWhatIf } from './read-what-if.js';
import { whatIf } from './what-if.js';

const date = toCivilDate;

describe('what if', () => {
  const running: ClockInput & { right: 'access' } = {
    right: 'access',
    calendar: 'england-and-wales',
    asOf: date('2026-03-20'),
    events: [
      { type: 'received', date: date('2026-03-10') },
      { type: 'id_requested', date: date('2026-03-11') },
    ],
  };

  it('tells when it would be due if the identity arrived tomorrow, though tomorrow lies after asOf', () => {
    const answer = whatIf(running, [{ type: 'id_received', date: date('2026-03-21') }]);
    expect(answer).toMatchObject({
      before: { dueDate: null, state: 'AWAITING_ID' },
      after: { dueDate: '2026-04-21', state: 'RUNNING' },
    });
    if (isClockError(answer)) throw new Error(answer.error.message);
    expect(answer.moved).toContainEqual({
      field: 'dueDate',
      from: null,
      to: '2026-04-21',
      isEarlier: false,
    });
    expect(answer.steps.some(({ rule }) => rule === 'R21')).toBe(true);
  });

  it('tells when it would be due if extended today, and answers a wrong supposition with an error', () => {
    const extended = whatIf(running, [
      { type: 'id_received', date: date('2026-03-21') },
      { type: 'extension_notified', date: date('2026-03-21') },
    ]);
    expect(extended).toMatchObject({ after: { effectiveDueDate: '2026-06-22', extensionValid: true } });
    expect(whatIf(running, [{ type: 'id_received', date: date('2026-03-01') }])).toMatchObject({
      error: { code: 'BEFORE_RECEIPT', field: 'whatIf[0].date' },
    });
  });

  it.each([
    ['extension_notified@2026-04-20', { type: 'extension_notified', date: '2026-04-20' }],
    [
      ' clarification_requested@2026-04-20:c1 ',
      { type: 'clarification_requested', date: '2026-04-20', ref: 'c1' },
    ],
    ['clarification_received@2026-04-20', { type: 'clarification_received', date: '2026-04-20' }],
    ['fee_requested@2026-04-20:12(5)', { type: 'fee_requested', date: '2026-04-20', basis: '12(5)' }],
  ])('reads %s', (text, fact) => {
    expect(readWhatIf(text)).toEqual(fact);
  });

  it.each([
    ['extended', 'UNKNOWN_VALUE', 'could happen'],
    ['extended@2026-04-20', 'UNKNOWN_VALUE', 'not an event'],
    ['extension_notified@2026-02-30', 'NOT_A_DATE', 'not a date'],
    ['fee_requested@2026-04-20', 'MISSING', 'basis'],
    ['id_received@2026-04-20:c1', 'UNKNOWN_VALUE', 'nothing after its date'],
  ])('refuses %s with words and a remedy', (text, code, words) => {
    const answer = readWhatIf(text);
    expect(answer).toMatchObject({ error: { code, field: 'what-if' } });
    expect('error' in answer && answer.error.message).toContain(words);
    expect('error' in answer && answer.error.remedy).toMatch(/^(Write|Use)/);
  });
});

describe('R18 several arguable calendars', () => {
  it('takes the earliest resulting date: 30 November 2026 is a holiday in Scotland only', () => {
    const input: ClockInput = {
      right: 'erasure',
      calendar: 'scotland',
      events: [{ type: 'received', date: date('2026-10-31') }],
    };
    expect(earliestUnder(input, ['scotland', 'england-and-wales'])).toMatchObject({
      calendar: 'england-and-wales',
      result: { dueDate: '2026-11-30' },
      others: [{ calendar: 'scotland', result: { dueDate: '2026-12-01' } }],
    });
    expect(earliestUnder({ ...input, events: [] }, ['scotland'])).toMatchObject({
      error: { code: 'NOT_RECEIVED' },
    });
  });
});

describe('R59 past the horizon', () => {
  const late: ClockInput = {
    right: 'access',
    calendar: 'england-and-wales',
    events: [{ type: 'received', date: date('2028-12-05') }],
  };

  it('opens the case with a provisional, flagged date by weekends alone', () => {
    const answer = provisionalClock(late);
    expect(answer).toMatchObject({ isProvisional: true, result: { dueDate: '2029-01-05' } });
    if (isClockError(answer)) throw new Error(answer.error.message);
    expect(answer.result.reason).toContain('Provisional');
    expect(answer.steps.at(-1)).toMatchObject({ rule: 'R59', inputs: { knownTo: '2028-12-31' } });
  });

  it('leaves every other answer as it is', () => {
    const inside: ClockInput = { ...late, events: [{ type: 'received', date: date('2026-03-31') }] };
    expect(provisionalClock(inside)).toMatchObject({
      isProvisional: false,
      result: { dueDate: '2026-04-30', reason: null },
    });
    expect(provisionalClock({ ...late, events: [] })).toMatchObject({ error: { code: 'NOT_RECEIVED' } });
  });

  it('moves to the lawful date when the calendar grows', () => {
    const short = openCalendars([
      sliceOf(ukCalendar('england-and-wales'), date('2026-01-01'), date('2026-12-31')),
    ]);
    const input: ClockInput = { ...late, events: [{ type: 'received', date: date('2026-12-01') }] };
    expect(provisionalClock(input, short)).toMatchObject({ result: { dueDate: '2027-01-01' } });
    expect(datesMoved(input, short, ukCalendars)).toMatchObject({
      isEarlier: false,
      moved: expect.arrayContaining([
        { field: 'dueDate', from: null, to: '2027-01-04', isEarlier: false },
      ]) as unknown,
    });
  });
});
