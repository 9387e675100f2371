import { readFile } from 'node:fs/promises';
import {
  openCalendar,
  readDay,
  ukCalendar,
  ukCalendars,
  ukNations,
  type Calendar,
  type Calendars,
  type CivilDate,
} from '@duly/law';
import { whyUnreadable } from './unreadable.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' && readDay(value) !== undefined;
const isDateOrAbsent = (value: unknown): boolean => value === undefined || isDate(value);

function isCovers(value: unknown): boolean {
  return (
    value === null ||
    (isRecord(value) && isDate(value['from']) && isDate(value['to']) && value['from'] <= value['to'])
  );
}

function isHoliday(value: unknown): boolean {
  return (
    isRecord(value) &&
    isDate(value['date']) &&
    isDateOrAbsent(value['knownFrom']) &&
    isDateOrAbsent(value['withdrawnOn'])
  );
}

function isCalendar(value: unknown): value is Calendar {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    typeof value['version'] === 'string' &&
    isCovers(value['covers']) &&
    Array.isArray(value['holidays']) &&
    value['holidays'].every(isHoliday)
  );
}

/** gov.uk's shape, R58: division → events. The years it speaks for are those in which it has events. */
function fromDivision(name: string, value: unknown, source: string): Calendar | undefined {
  if (!isRecord(value) || !Array.isArray(value['events']) || value['events'].length === 0) return undefined;
  const holidays = [];
  for (const event of value['events'] as readonly unknown[]) {
    if (!isRecord(event) || !isDate(event['date'])) return undefined;
    holidays.push({
      date: event['date'],
      source,
      ...(typeof event['title'] === 'string' ? { title: event['title'] } : {}),
    });
  }
  const years = holidays.map(({ date }) => date.slice(0, 4)).sort();
  const covers = {
    from: `${years[0] ?? ''}-01-01` as CivilDate,
    to: `${years.at(-1) ?? ''}-12-31` as CivilDate,
  };
  return { name, version: source, covers, holidays };
}

function calendarsIn(value: unknown, source: string): readonly Calendar[] | undefined {
  const own: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (own.length > 0 && own.every(isCalendar)) return own;
  if (!isRecord(value)) return undefined;
  const divisions = Object.entries(value).map(([name, division]) => fromDivision(name, division, source));
  const read = divisions.filter(division => division !== undefined);
  return read.length > 0 && read.length === divisions.length ? read : undefined;
}

const earlier = (first: CivilDate, second: CivilDate): CivilDate => (first < second ? first : second);
const later = (first: CivilDate, second: CivilDate): CivilDate => (first > second ? first : second);

/** A holiday that is known is never dropped: a file that has lost its history adds, and takes nothing away (R59). */
function merged(known: Calendar, added: Calendar): Calendar {
  const dates = new Set(known.holidays.map(({ date }) => date));
  const covers =
    known.covers && added.covers
      ? { from: earlier(known.covers.from, added.covers.from), to: later(known.covers.to, added.covers.to) }
      : null;
  return {
    ...known,
    version: `${known.version}+${added.version}`,
    covers,
    holidays: [...known.holidays, ...added.holidays.filter(({ date }) => !dates.has(date))],
  };
}

async function readCalendars(file: string): Promise<readonly Calendar[] | string> {
  try {
    const calendars = calendarsIn(JSON.parse(await readFile(file, 'utf8')), file);
    return (
      calendars ??
      `--calendar-file ${file} holds no calendar. Give gov.uk's bank-holidays.json, or { name, version, covers: { from, to }, holidays: [{ date }] }.`
    );
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return `--calendar-file ${file} is not JSON. Fetch or write it again.`;
    return `--calendar-file ${file} was not read: ${whyUnreadable(thrown)}.`;
  }
}

/** The shipped calendars with those of the files merged in; a sentence saying what is wrong where one cannot be used. */
export async function calendarsWith(files: readonly string[]): Promise<Calendars | string> {
  if (files.length === 0) return ukCalendars;
  const known = new Map<string, Calendar>(ukNations.map(nation => [nation, ukCalendar(nation)]));
  for (const file of files) {
    const read = await readCalendars(file);
    if (typeof read === 'string') return read;
    for (const calendar of read) {
      const before = known.get(calendar.name);
      known.set(calendar.name, before ? merged(before, calendar) : calendar);
    }
  }
  return new Map([...known].map(([name, calendar]) => [name, openCalendar(calendar)]));
}
