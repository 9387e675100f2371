import { addDays, dayOf, daysInMonth, partsOf, weekdayOf, type Day } from './civil-date.js';

declare const instant: unique symbol;

/** A moment, in whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true };

const { floor } = Math;
const millisecondsADay = 86_400_000;
const hour = 3_600_000;
/** The rule below is the zone's since 1996; it is checked against the time-zone data up to 2100. */
const firstYear = 1996;
const lastYear = 2100;

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

function lastSundayOf(year: number, month: number): Day {
  const last = dayOf(year, month, daysInMonth(year, month));
  return addDays(last, -(weekdayOf(last) % 7));
}

const atMidnightUtc = (day: Day): number => day * millisecondsADay;

/** British Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function isSummerTime(moment: number): boolean {
  const { year } = partsOf(floor(moment / millisecondsADay) as Day);
  const starts = atMidnightUtc(lastSundayOf(year, 3)) + hour;
  const ends = atMidnightUtc(lastSundayOf(year, 10)) + hour;
  return moment >= starts && moment < ends;
}

/** The civil date in Europe/London at a moment from 1996 to 2100 (R17). */
export function londonDayAt(moment: Instant): Day {
  return floor((moment + (isSummerTime(moment) ? hour : 0)) / millisecondsADay) as Day;
}

/** The moment at which a local day begins in Europe/London, 1996 to 2100. */
export function startOfLondonDay(day: Day): Instant {
  const midnight = atMidnightUtc(day);
  // A local midnight is never inside the hour that is skipped or repeated (01:00 UTC), so one look is enough.
  return (midnight - (isSummerTime(midnight - hour) ? hour : 0)) as Instant;
}

/** The moment at which the last hour of a local day in Europe/London has ended: 24:00 (R11; Reg 1182/71 Art 3(2)(c)). */
export function endOfLondonDay(day: Day): Instant {
  return startOfLondonDay(addDays(day, 1));
}

/**
 * Reads an ISO 8601 instant with `Z` or an offset, 1996 to 2100; undefined where the text is none.
 * A fraction of a second is kept to the millisecond.
 */
export function readInstant(text: string, readDay: (text: string) => Day | undefined): Instant | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const day = readDay(match[1] ?? '');
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (day === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const { year } = partsOf(day);
  if (year < firstYear || year > lastYear) return undefined;
  const zone = match[6] ?? 'Z';
  const [offsetHours, offsetMinutes] =
    zone === 'Z' ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = (zone.startsWith('-') ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  const milliseconds = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  return (atMidnightUtc(day) +
    ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 +
    milliseconds) as Instant;
}
