import { coversDay, isWorkingDay, type OpenCalendar } from '../calendar/calendar.js';
import { addDays, addMonths, lastDay, type Day } from '../dates/civil-date.js';
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
  if (roll === 'none_stated') return day <= lastDay ? (day as DueDay) : 'beyond calendar';
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
