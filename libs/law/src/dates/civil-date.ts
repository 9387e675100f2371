declare const civilDate: unique symbol;
declare const day: unique symbol;

/** A civil date, `YYYY-MM-DD`, proleptic Gregorian, 1900-01-01 to 2199-12-31, in no time zone of its own. */
export type CivilDate = string & { readonly [civilDate]: true };

/** A civil date as a whole number of days since 1970-01-01; the form in which dates are counted. */
export type Day = number & { readonly [day]: true };

/** A weekday as ISO 8601 numbers it: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Thrown by {@link toCivilDate} for text that names no day of the calendar. */
export class NotACivilDate extends Error {
  constructor(readonly text: string) {
    super(`"${text}" is not a date of the calendar. Write YYYY-MM-DD, from 1900-01-01 to 2199-12-31.`);
    this.name = 'NotACivilDate';
  }
}

// Taken out once: in the sandbox of a workflow, and in a spec, a global is looked up slowly, and dates are most of what a case computes.
const { floor } = Math;
const zero = '0'.charCodeAt(0);
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const firstYear = 1900;
const lastYear = 2199;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a year, month (1–12) and day of the month that exist. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const before = year - 1;
  const leapDays = floor(before / 4) - floor(before / 100) + floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  // 719 163 days lie between 0001-01-01 and 1970-01-01, the first of them counted as 1.
  return (before * 365 +
    leapDays +
    (daysBeforeMonth[month - 1] ?? 0) +
    leapDay +
    dayOfMonth -
    719_163) as Day;
}

/** Year, month (1–12) and day of the month of a day number. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  // Counted in 400-year cycles that begin on 1 March, so that the leap day comes last (Hinnant's civil_from_days).
  const shifted = day + 719_468;
  const cycle = floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = floor(
    (dayOfCycle - floor(dayOfCycle / 1460) + floor(dayOfCycle / 36_524) - floor(dayOfCycle / 146_096)) / 365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + floor(yearOfCycle / 4) - floor(yearOfCycle / 100));
  const marchMonth = floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The number that some digits of a text write; NaN where one of them is no digit. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The day that a text names, or undefined where it names none (30 February, 1899, `2026-1-1`). Read by hand: a case has many dates. */
export function readDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, dayOfMonth] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)];
  // Written so that NaN, which is in no range, is refused.
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12)) return undefined;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return undefined;
  return dayOf(year, month, dayOfMonth);
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** A day as `YYYY-MM-DD`. */
export function writeDay(day: Day): CivilDate {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${year}-${two(month)}-${two(dayOfMonth)}` as CivilDate;
}

/** @throws NotACivilDate for text that names no day from 1900 to 2199. */
export function toCivilDate(text: string): CivilDate {
  if (readDay(text) === undefined) throw new NotACivilDate(text);
  return text as CivilDate;
}

/** The first and the last day that can be written. */
export const firstDay = dayOf(firstYear, 1, 1);
export const lastDay = dayOf(lastYear, 12, 31);

/** The day number of a civil date. */
export function toDay(date: CivilDate): Day {
  const day = readDay(date);
  if (day === undefined) throw new NotACivilDate(date);
  return day;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/**
 * The corresponding date some months later; where that month has no such date, its last day (31 March + 1 month → 30 April).
 * Source: Reg 1182/71 Art 3(2)(c).
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Negative, zero or positive, as `first` lies before, on or after `second`. */
export function compareDates(first: CivilDate, second: CivilDate): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
