import { holidayOn, isWeekend } from '../calendar/calendar.js';
import { pauseOver } from '../clock/pause.js';
import { endOfPeriod, lengthFrom, roll, type Counting, type PeriodEnd } from '../clock/period.js';
import { addDays, partsOf, writeDay, type Day } from '../dates/civil-date.js';
import type { Period } from '../rulesets/ruleset.js';
import { inWords, lengthInWords, withWeekday, type Listener, type Step } from './step.js';

/** One period to be told: which date it gives, by which rule, from where. */
export interface TelledPeriod {
  readonly what: string;
  readonly rule: string;
  readonly start: Day;
  readonly period: Period;
  readonly counting: Counting;
}

/** `31 April`, where the month reached has no such day; undefined where it has. */
function dayThatMonthLacks(start: Day, reached: Day): string | undefined {
  const { dayOfMonth } = partsOf(start);
  return partsOf(reached).dayOfMonth === dayOfMonth
    ? undefined
    : `${dayOfMonth} ${inWords(reached).split(' ')[1] ?? ''}`;
}

function arithmetic({ start, period }: TelledPeriod, end: PeriodEnd): string {
  const sum = `${inWords(start)} + ${lengthInWords(period.count, period.unit)}`;
  if (period.unit === 'working_day') return `${sum} → ${withWeekday(end)}`;
  const plain = addDays(start, lengthFrom(start, period));
  const lacking = period.unit === 'month' ? dayThatMonthLacks(start, plain) : undefined;
  const reached = `${sum}${lacking === undefined ? '' : ` has no ${lacking}`} → ${withWeekday(plain)}`;
  const excluded = end - plain;
  return excluded === 0
    ? reached
    : `${reached}; + ${lengthInWords(excluded, 'day')} for the days excluded → ${withWeekday(end)}`;
}

function whyNoEnd(end: 'suspended' | 'beyond calendar'): string {
  return end === 'suspended'
    ? 'time stands still, so there is no date yet'
    : 'the calendar does not reach that far, so no date is given';
}

function citeOf({ period }: TelledPeriod): string {
  return period.unit === 'month' ? `${period.cite}; Reg 1182/71 Art 3(2)(c)` : period.cite;
}

function endStep(told: TelledPeriod, end: ReturnType<typeof endOfPeriod>): Step {
  const { what, rule, start, period } = told;
  const inputs = { from: writeDay(start), count: period.count, unit: period.unit };
  const cite = citeOf(told);
  if (typeof end === 'number') {
    return { rule, cite, inputs, outcome: writeDay(end), text: `${what}: ${arithmetic(told, end)}.` };
  }
  const length = lengthInWords(period.count, period.unit);
  const text = `${what}: ${length} after ${withWeekday(start)}, but ${whyNoEnd(end)}.`;
  return { rule: end === 'suspended' ? 'R29' : 'R59', cite, inputs, outcome: null, text };
}

/** Why a period cannot end on a day, to the last day for which the same holds; the rule that says so. */
function whyNotOn(
  { calendar, asOf, pauses }: Counting,
  day: Day,
): { words: string; rule: string; last: Day } {
  const excluded = pauseOver(pauses, day);
  if (excluded && Number.isFinite(excluded.to)) {
    const last = excluded.to as Day;
    const days = last > day ? `${withWeekday(day)} to ${withWeekday(last)} are` : `${withWeekday(day)} is`;
    return { words: `${days} excluded by a clarification`, rule: 'R28', last };
  }
  const holiday = holidayOn(calendar, day, asOf);
  const title = holiday?.title === undefined ? '' : ` (${holiday.title})`;
  if (holiday) return { words: `${withWeekday(day)} is a public holiday${title}`, rule: 'R19', last: day };
  return {
    words: isWeekend(day)
      ? `${withWeekday(day)} is no working day`
      : `${withWeekday(day)} is past the calendar`,
    rule: 'R19',
    last: day,
  };
}

function rollStep({ what, counting }: TelledPeriod, end: PeriodEnd, due: ReturnType<typeof roll>): Step {
  const reasons: string[] = [];
  const rules = new Set(['R19']);
  const until = typeof due === 'number' ? due : addDays(end, 1);
  for (let day: Day = end; day < until;) {
    const { words, rule, last } = whyNotOn(counting, day);
    reasons.push(words);
    rules.add(rule);
    day = addDays(last, 1);
  }
  const moved =
    typeof due === 'number' ? `so it ends on the following working day, ${withWeekday(due)}` : whyNoEnd(due);
  return {
    rule: [...rules].join(', '),
    cite: 'Reg 1182/71 Art 3(4)',
    inputs: { end: writeDay(end), calendar: counting.calendar.name, version: counting.calendar.version },
    outcome: typeof due === 'number' ? writeDay(due) : null,
    text: `${what}: ${reasons.join('; ')}; ${moved}.`,
  };
}

/** R11, R12, R19 — how a date came about: the arithmetic of its period, and the one roll at its very end. */
export function tellPeriod(told: TelledPeriod, listener: Listener): void {
  listener.steps(() => {
    const end = endOfPeriod(told.start, told.period, told.counting);
    const first = endStep(told, end);
    if (typeof end !== 'number') return [first];
    const due = roll(end, told.counting);
    return Number(due) === Number(end) ? [first] : [first, rollStep(told, end, due)];
  });
}
