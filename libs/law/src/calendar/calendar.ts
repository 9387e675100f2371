import {
  addDays,
  lastDay,
  readDay,
  toDay,
  weekdayOf,
  type CivilDate,
  type Day,
} from '../dates/civil-date.js';

/** One public holiday and how it is known (R20, R58, R59). Dates are civil dates of the calendar's own place. */
export interface Holiday {
  readonly date: CivilDate;
  readonly title?: string;
  /** The first day on which it was publicly known; absent where it always was (statute, long published). */
  readonly knownFrom?: CivilDate;
  /** The day on which the source took it back (moved or corrected). The holiday is kept, never deleted. */
  readonly withdrawnOn?: CivilDate;
  /** Where it comes from: a feed with its hash, or a proclamation. */
  readonly source?: string;
}

/** One place's public holidays: a versioned fact, as data that can travel and be stored. */
export interface Calendar {
  readonly name: string;
  /** Changes whenever a holiday is added or withdrawn; kept with every date that is told to anyone (R20). */
  readonly version: string;
  /** First and last day that the calendar speaks for; null where it holds no holidays at all, so weekends only. */
  readonly covers: { readonly from: CivilDate; readonly to: CivilDate } | null;
  /** How far it reached before later years were published, latest first: until that day, only to that date (R20). */
  readonly earlierHorizons?: readonly EarlierHorizon[];
  readonly holidays: readonly Holiday[];
}

/** Before `until`, the calendar spoke for no day after `to`. */
export interface EarlierHorizon {
  readonly to: CivilDate;
  readonly until: CivilDate;
}

interface KnownHoliday {
  readonly from: number;
  readonly until: number;
  readonly title: string | undefined;
}

/** A calendar made ready for counting. */
export interface OpenCalendar {
  readonly name: string;
  readonly version: string;
  /** False for a name that nobody has imported: weekends only, and the answer says so. */
  readonly isKnown: boolean;
  readonly from: number;
  readonly to: number;
  readonly earlierHorizons: readonly { readonly to: number; readonly until: number }[];
  readonly holidays: ReadonlyMap<Day, readonly KnownHoliday[]>;
}

export type Calendars = ReadonlyMap<string, OpenCalendar>;

function dayOrNever(date: CivilDate | undefined, never: number): number {
  return date === undefined ? never : toDay(date);
}

/** @throws NotACivilDate where a holiday's date is none. */
export function openCalendar(calendar: Calendar): OpenCalendar {
  const holidays = new Map<Day, KnownHoliday[]>();
  for (const { date, title, knownFrom, withdrawnOn } of calendar.holidays) {
    const day = toDay(date);
    const entry = { from: dayOrNever(knownFrom, -Infinity), until: dayOrNever(withdrawnOn, Infinity), title };
    holidays.set(day, [...(holidays.get(day) ?? []), entry]);
  }
  return {
    name: calendar.name,
    version: calendar.version,
    isKnown: true,
    from: dayOrNever(calendar.covers?.from, -Infinity),
    to: dayOrNever(calendar.covers?.to, Infinity),
    earlierHorizons: (calendar.earlierHorizons ?? []).map(({ to, until }) => ({
      to: toDay(to),
      until: toDay(until),
    })),
    holidays,
  };
}

/** Calendars ready for counting, by their names. @throws NotACivilDate where a holiday's date is none. */
export function openCalendars(calendars: readonly Calendar[]): Calendars {
  return new Map(calendars.map(calendar => [calendar.name, openCalendar(calendar)]));
}

/** Weekends only: for `none`, and for a name that nobody has imported. */
export function weekendsOnly(name: string): OpenCalendar {
  return {
    name,
    version: 'weekends-only',
    isKnown: name === 'none',
    from: -Infinity,
    to: Infinity,
    earlierHorizons: [],
    holidays: new Map(),
  };
}

/** The same calendar without its ends: beyond them weekends only. For provisional dates, which say so (R59). */
export function withoutHorizon(calendar: OpenCalendar): OpenCalendar {
  return { ...calendar, from: -Infinity, to: Infinity, earlierHorizons: [] };
}

/** The public holiday on a day, as it was known on `asOf` (by all knowledge there is, without one). */
export function holidayOn(calendar: OpenCalendar, day: Day, asOf?: Day): KnownHoliday | undefined {
  return calendar.holidays
    .get(day)
    ?.find(({ from, until }) => (asOf === undefined ? until === Infinity : from <= asOf && asOf < until));
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6;
}

/** Whether a day is neither a public holiday, nor a Sunday, nor a Saturday (Reg 1182/71 Arts 2, 3(4)). */
export function isWorkingDay(calendar: OpenCalendar, day: Day, asOf?: Day): boolean {
  return !isWeekend(day) && holidayOn(calendar, day, asOf) === undefined;
}

/** The last day that the calendar spoke for on `asOf` (by all knowledge there is, without one); Infinity where it has no end. */
export function horizonOf(calendar: OpenCalendar, asOf?: Day): number {
  if (asOf === undefined) return calendar.to;
  return calendar.earlierHorizons.reduce(
    (to, earlier) => (asOf < earlier.until ? earlier.to : to),
    calendar.to,
  );
}

/** Whether the calendar speaks for a day: outside it, holidays are not known and nothing may be computed (R59). */
export function coversDay(calendar: OpenCalendar, day: Day, asOf?: Day): boolean {
  return day >= calendar.from && day <= Math.min(calendar.to, lastDay) && day <= horizonOf(calendar, asOf);
}

/** The last day until which no more working days than `most` have passed after `from`. */
export function lastDayWithin(most: number, calendar: OpenCalendar, from: Day, asOf?: Day): Day {
  let day = from;
  for (let count = 0; count <= most; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, addDays(day, 1), asOf)) count += 1;
  }
  return addDays(day, -1);
}

/** Working days after `from`, up to and including `to`. */
export function workingDaysBetween(calendar: OpenCalendar, from: Day, to: Day, asOf?: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day, asOf)) count += 1;
  }
  return count;
}

/** Whether a text names a day that the calendar covers. */
export function coversDate(calendar: OpenCalendar, date: string): boolean {
  const day = readDay(date);
  return day !== undefined && coversDay(calendar, day);
}
