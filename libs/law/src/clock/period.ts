import { coversDay, holidayOn, isWeekend, isWorkingDay, type OpenCalendar } from '../calendar/calendar.js';
import { addDays, addMonths, partsOf, writeDay, type Day } from '../dates/civil-date.js';
import { inWords, lengthInWords, withWeekday, type Listener } from '../explain/step.js';
import type { Duty, Period } from '../rulesets/ruleset.js';
import { pauseOver, type Pause } from './pause.js';

declare const unrolled: unique symbol;
declare const rolled: unique symbol;

/** The last day that is counted. Not yet a due date: that may have to move to a working day (R11, R13). */
export type PeriodEnd = Day & { readonly [unrolled]: true };
/** The day whose last hour ends the period (Reg 1182/71 Art 3(2)(c), (4)). */
export type DueDay = Day & { readonly [rolled]: true };

/** A pause stands open, so time stands still: there is no date yet (R29). */
export type Suspended = 'suspended';
/** The calendar does not know the holidays around the day, so nothing is said (R59). */
export type BeyondCalendar = 'beyond calendar';

/** Where and by what a period is counted. */
export interface Counting {
  readonly calendar: OpenCalendar;
  readonly asOf: Day | undefined;
  readonly roll: Duty['roll'];
  readonly pauses: readonly Pause[];
}

/** Days to count after the start: a month ends on the corresponding date, or on the last day of a shorter month (R11). */
export function lengthFrom(start: Day, period: Period): number {
  switch (period.unit) {
    case 'month':
      return addMonths(start, period.count) - start;
    case 'week':
      return period.count * 7;
    case 'day':
    case 'working_day':
      return period.count;
  }
}

function afterWorkingDays(start: Day, count: number, { calendar, asOf }: Counting): Day | BeyondCalendar {
  let [day, left] = [start, count];
  while (left > 0) {
    day = addDays(day, 1);
    if (!coversDay(calendar, day, asOf)) return 'beyond calendar';
    if (isWorkingDay(calendar, day, asOf)) left -= 1;
  }
  return day;
}

function afterCountedDays(start: Day, length: number, pauses: readonly Pause[]): Day | Suspended {
  let [day, left] = [start as number, length];
  for (const { from, to } of pauses) {
    if (to <= day) continue;
    const countedBefore = Math.max(from - 1 - day, 0);
    if (left <= countedBefore) break;
    if (to === Infinity) return 'suspended';
    [day, left] = [to, left - countedBefore];
  }
  return (day + left) as Day;
}

/**
 * R11 — the day reached after counting the period's days after the start; days of a pause are not counted (R26).
 * The day of the event itself is not counted (Reg 1182/71 Art 3(1)).
 */
export function endOfPeriod(
  start: Day,
  period: Period,
  counting: Counting,
): PeriodEnd | Suspended | BeyondCalendar {
  const length = lengthFrom(start, period);
  return (
    period.unit === 'working_day'
      ? afterWorkingDays(start, length, counting)
      : afterCountedDays(start, length, counting.pauses)
  ) as PeriodEnd | Suspended | BeyondCalendar;
}

/**
 * R19 — rolls once, at the very end: a public holiday, Sunday or Saturday gives way to the following working day
 * (Reg 1182/71 Art 3(4)); and a period cannot end on an excluded day (R28).
 */
export function roll(
  end: PeriodEnd,
  { calendar, asOf, roll, pauses }: Counting,
): DueDay | Suspended | BeyondCalendar {
  let day: Day = end;
  if (roll === 'none_stated') return day as DueDay;
  for (;;) {
    const pause = pauseOver(pauses, day);
    if (pause?.to === Infinity) return 'suspended';
    if (!coversDay(calendar, day, asOf)) return 'beyond calendar';
    if (!pause && isWorkingDay(calendar, day, asOf)) return day as DueDay;
    day = addDays(day, 1);
  }
}

/** The due date of a period: its end (R11), rolled (R19). */
export function dueDay(start: Day, period: Period, counting: Counting): DueDay | Suspended | BeyondCalendar {
  const end = endOfPeriod(start, period, counting);
  return typeof end === 'number' ? roll(end, counting) : end;
}

function whyNotWorking({ calendar, asOf, pauses }: Counting, day: Day): string {
  const holiday = holidayOn(calendar, day, asOf);
  if (holiday) return `${withWeekday(day)} is a public holiday${holiday.title ? ` (${holiday.title})` : ''}`;
  if (isWeekend(day)) return `${inWords(day)} is a ${withWeekday(day).split(' ')[0] ?? ''}`;
  return pauseOver(pauses, day) ? `${inWords(day)} is excluded by a clarification` : '';
}

/** `31 April`, where the month reached has no such day; undefined where it has. */
function dayThatMonthLacks(start: Day, reached: Day): string | undefined {
  const { dayOfMonth } = partsOf(start);
  return partsOf(reached).dayOfMonth === dayOfMonth
    ? undefined
    : `${dayOfMonth} ${inWords(reached).split(' ')[1] ?? ''}`;
}

/** Tells how a due date came about: the arithmetic of R11 and the roll of R19. */
export function tellDueDay(
  what: string,
  start: Day,
  period: Period,
  counting: Counting,
  listener: Listener,
): void {
  listener.step(() => {
    const end = endOfPeriod(start, period, counting);
    const length = lengthInWords(period.count, period.unit);
    const inputs = { from: writeDay(start), count: period.count, unit: period.unit };
    const cite = period.unit === 'month' ? `${period.cite}; Reg 1182/71 Art 3(2)(c)` : period.cite;
    const rule = period.count === 3 ? 'R12' : 'R11';
    if (typeof end !== 'number') {
      const text = `${what}: ${length} from ${inWords(start)}: ${end === 'suspended' ? 'time stands still, so there is no date yet' : 'the calendar does not reach that far'}.`;
      return { rule, cite, inputs, outcome: null, text };
    }
    const plain = addDays(start, lengthFrom(start, period));
    const lacking = period.unit === 'month' ? dayThatMonthLacks(start, plain) : undefined;
    const shorter = lacking === undefined ? '' : ` (there is no ${lacking})`;
    const paused =
      period.unit !== 'working_day' && end > plain
        ? `, and ${end - plain} more for days that do not count`
        : '';
    const text = `${what}: ${inWords(start)} + ${length} → ${inWords(plain)}${shorter}${paused}${end === plain ? '' : ` → ${inWords(end)}`}.`;
    return { rule, cite, inputs, outcome: writeDay(end), text };
  });
  tellRoll(what, start, period, counting, listener);
}

function tellRoll(what: string, start: Day, period: Period, counting: Counting, listener: Listener): void {
  const end = endOfPeriod(start, period, counting);
  const due = typeof end === 'number' ? roll(end, counting) : end;
  if (typeof end !== 'number' || Number(due) === Number(end)) return;
  listener.step(() => {
    const reasons: string[] = [];
    const until = typeof due === 'number' ? due : addDays(end, 1);
    for (let day: Day = end; day < until; day = addDays(day, 1)) reasons.push(whyNotWorking(counting, day));
    const moved =
      typeof due === 'number' ? `the following working day is ${withWeekday(due)}` : `there is no date yet`;
    return {
      rule: 'R19',
      cite: 'Reg 1182/71 Art 3(4)',
      inputs: { end: writeDay(end), calendar: counting.calendar.name, version: counting.calendar.version },
      outcome: typeof due === 'number' ? writeDay(due) : null,
      text: `${what}: ${reasons.filter(Boolean).join('; ')}: ${moved}.`,
    };
  });
}
