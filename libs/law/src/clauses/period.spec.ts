import { explain } from '../explain/explain.js';
import { isClockError } from '../clock/result.js';
import { clock } from '../clock/clock.js';
import { earliestUnder } from '../questions/earliest-under.js';
import { caseOf, judged, stepsOf } from './judged.js';

describe('R11 one month ends with the same date, or the last day of a shorter month', () => {
  it.each([
    ['2025-09-03', '2025-10-03'],
    ['2026-03-31', '2026-04-30'],
    ['2027-01-01', '2027-02-01'],
    ['2025-01-31', '2025-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2028-02-29', '2028-03-29'],
    ['2027-01-29', '2027-03-01'],
  ])('received on %s, due on %s', (received, due) => {
    expect(judged('erasure', `received@${received}`)).toMatchObject({ dueDate: due, effectiveDueDate: due });
  });

  it('says that 31 April does not exist', () => {
    const [step] = stepsOf('R11', 'access', 'received@2026-03-31');
    expect(step).toMatchObject({
      outcome: '2026-04-30',
      cite: expect.stringContaining('Art 3(2)(c)') as unknown,
    });
    expect(step?.text).toBe('Due date: 31 March 2026 + 1 month has no 31 April → Thursday 30 April 2026.');
  });

  it('plans a day earlier for a cautious tenant, without moving the legal date', () => {
    expect(judged('access', 'received@2026-03-10', { policy: { safetyDays: 1 } })).toMatchObject({
      dueDate: '2026-04-10',
      planBy: '2026-04-09',
    });
  });
});

describe('R12 an extended period is three months from the relevant time, in one step', () => {
  it.each([
    ['2027-01-31', '2027-04-30'],
    ['2026-03-10', '2026-06-10'],
    ['2026-11-30', '2027-03-01'],
  ])('received on %s, extended to %s', (received, extended) => {
    const facts = `received@${received} extension_notified@${received}`;
    expect(judged('access', facts)).toMatchObject({ extendedDueDate: extended, effectiveDueDate: extended });
  });

  it('counts from the identity, not from receipt', () => {
    const facts =
      'received@2026-09-01 id_requested@2026-09-02 id_received@2026-09-17 extension_notified@2026-10-19';
    expect(judged('erasure', facts)).toMatchObject({ effectiveDueDate: '2026-12-17', extensionValid: true });
  });
});

describe('R13 the notice of an extension must be given within the first month', () => {
  it('rolls with the month: Saturday 14 November 2026 to the Monday, with the Saturday as the day to warn', () => {
    expect(judged('access', 'received@2026-10-14 extension_notified@2026-11-16')).toMatchObject({
      extensionNoticeBy: '2026-11-16',
      conservativeExtensionNoticeBy: '2026-11-14',
      extensionValid: true,
    });
    const [step] = stepsOf('R13', 'access', 'received@2026-10-14');
    expect(step?.text).toContain('warn on Saturday 14 November 2026');
  });

  it('does not roll under the other answer to D-4', () => {
    const unrolled = { policy: { noticeCutOff: 'unrolled' as const } };
    expect(judged('access', 'received@2026-10-14 extension_notified@2026-11-16', unrolled)).toMatchObject({
      extensionNoticeBy: '2026-11-14',
      extensionValid: false,
      effectiveDueDate: '2026-11-16',
    });
  });

  it('moves with a clarification', () => {
    const paused = 'received@2026-09-08 clarification_requested@2026-09-14 clarification_received@2026-09-18';
    expect(judged('access', `${paused} extension_notified@2026-10-13`)).toMatchObject({
      extensionValid: true,
    });
    expect(judged('access', `${paused} extension_notified@2026-10-14`)).toMatchObject({
      extensionValid: false,
    });
  });

  it('may be given while identity is awaited: the month has not begun', () => {
    const facts =
      'received@2026-03-10 id_requested@2026-03-11 extension_notified@2026-04-20 id_received@2026-04-27';
    expect(judged('access', facts)).toMatchObject({ extensionValid: true, effectiveDueDate: '2026-07-27' });
  });
});

describe('R14 a late notice, one without reasons and a second one change nothing', () => {
  it.each([
    ['received@2026-03-10 extension_notified@2026-04-11', 'EXTENSION_REJECTED_LATE'],
    ['received@2026-03-10 extension_notified@2026-03-20:no-reasons', 'EXTENSION_REJECTED_NO_REASONS'],
  ])('%s: %s', (facts, code) => {
    expect(judged('access', facts)).toMatchObject({
      effectiveDueDate: '2026-04-10',
      extensionValid: false,
    });
    expect(stepsOf('R14', 'access', facts)).toMatchObject([{ outcome: code }]);
  });

  it('extends once only', () => {
    const facts = 'received@2026-03-10 extension_notified@2026-03-20 extension_notified@2026-04-01';
    expect(judged('access', facts)).toMatchObject({ effectiveDueDate: '2026-06-10' });
    expect(stepsOf('R14', 'access', facts)).toMatchObject([{ outcome: 'EXTENSION_REJECTED_SECOND' }]);
  });
});

describe('R16 receipt counts on the day it happens, weekend, holiday or late at night', () => {
  it.each([
    ['2026-09-12', '2026-10-12', 'no working day'],
    ['2026-12-25', '2027-01-25', 'a public holiday (Christmas Day)'],
  ])('received on %s, due on %s', (received, due, words) => {
    expect(judged('access', `received@${received}`).dueDate).toBe(due);
    expect(stepsOf('R16', 'access', `received@${received}`)[0]?.text).toContain(words);
  });
});

describe('R17 deadlines follow the civil date in London, not the instant', () => {
  it.each([
    ['2026-07-01', '2026-06-30T23:15:00Z', true],
    ['2026-06-30', '2026-06-30T23:15:00Z', false],
    ['2026-10-25', '2026-10-25T00:30:00Z', true],
    ['2026-12-01', '2026-11-30T23:59:59Z', false],
  ])('%s at %s: %s', (date, at, fits) => {
    const input = caseOf('access', `received@${date}`);
    const answer = clock({ ...input, events: [{ ...input.events[0], at }] } as typeof input);
    expect(isClockError(answer) ? answer.error.code : 'fits').toBe(fits ? 'fits' : 'INSTANT_OFF_DATE');
  });
});

describe('R18 the calendar is that of the establishment that must respond', () => {
  it('gives 30 November 2026 in England and 1 December in Scotland; the earliest where both are arguable', () => {
    const input = caseOf('access', 'received@2026-10-30');
    expect(judged('access', 'received@2026-10-30').dueDate).toBe('2026-11-30');
    expect(judged('access', 'received@2026-10-30', { calendar: 'scotland' }).dueDate).toBe('2026-12-01');
    expect(earliestUnder(input, ['scotland', 'northern-ireland'])).toMatchObject({
      calendar: 'northern-ireland',
    });
  });

  it('answers an unknown calendar by weekends only, and says so in the answer', () => {
    const answer = judged('access', 'received@2026-11-25', { calendar: 'germany' });
    expect(answer).toMatchObject({ dueDate: '2026-12-25' });
    expect(answer.reason).toContain('weekends only');
  });
});

describe('R19 the end rolls once, at the very end', () => {
  it('adds a pause to the unrolled Saturday 3 October 2026, never to the Monday', () => {
    const facts = 'received@2026-09-03 clarification_requested@2026-09-07 clarification_received@2026-09-08';
    expect(judged('access', facts).dueDate).toBe('2026-10-05');
  });

  it('passes four days at Christmas 2026, each with its reason', () => {
    expect(judged('erasure', 'received@2026-11-25').dueDate).toBe('2026-12-29');
    const [step] = stepsOf('R19', 'erasure', 'received@2026-11-25');
    expect(step?.text).toContain('Friday 25 December 2026 is a public holiday (Christmas Day)');
    expect(step?.text).toContain('Tuesday 29 December 2026');
  });
});

describe('R20 what was known on a day decides what was due on that day', () => {
  it('moves with the proclamation of 10 September 2022', () => {
    expect(judged('access', 'received@2022-08-19', { asOf: '2022-09-09' }).dueDate).toBe('2022-09-19');
    expect(judged('access', 'received@2022-08-19', { asOf: '2022-09-10' }).dueDate).toBe('2022-09-20');
    expect(judged('access', 'received@2022-08-19').dueDate).toBe('2022-09-20');
  });

  it('names the version of the calendar, to be kept with every date that is told', () => {
    const answer = explain(caseOf('access', 'received@2022-08-19', { asOf: '2022-09-09' }));
    expect(answer).toMatchObject({
      steps: expect.arrayContaining([
        expect.objectContaining({
          rule: 'R20',
          inputs: { calendar: 'england-and-wales', version: 'uk-2026-08-21' },
        }),
      ]) as unknown,
    });
  });
});
