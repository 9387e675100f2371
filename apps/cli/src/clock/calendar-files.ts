import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  importGovUkFeed,
  isFeedRefusal,
  londonDayAt,
  openCalendars,
  readDay,
  ukCalendar,
  ukNations,
  writeDay,
  type Calendar,
  type Calendars,
  type CalendarSource,
  type CivilDate,
  type Holiday,
  type Instant,
} from '@duly/law';
import { whyUnreadable } from './unreadable.js';

type Known = Map<string, Calendar>;

const shapes =
  "Give gov.uk's bank-holidays.json, or { name, version, covers: { from, to } or null, holidays: [{ date, title, knownFrom, withdrawnOn }] }.";

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

function isHoliday(value: unknown): value is Holiday {
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

const earlier = (first: CivilDate, second: CivilDate): CivilDate => (first < second ? first : second);
const later = (first: CivilDate, second: CivilDate): CivilDate => (first > second ? first : second);

/** A calendar of our own shape. What is known stays known (R59); what the file says of the same day takes its place. */
function mergeOwn(known: Known, added: Calendar): void {
  const before = known.get(added.name);
  if (!before) return void known.set(added.name, added);
  const dates = new Set(added.holidays.map(({ date }) => date));
  const covers =
    before.covers && added.covers
      ? { from: earlier(before.covers.from, added.covers.from), to: later(before.covers.to, added.covers.to) }
      : (before.covers ?? added.covers);
  known.set(added.name, {
    ...before,
    version: `${before.version}+${added.version}`,
    covers,
    holidays: [...before.holidays.filter(({ date }) => !dates.has(date)), ...added.holidays],
  });
}

/**
 * A place that nobody knew before, in gov.uk's shape: it speaks for the years in which it has events, to the end of the last. Unlike
 * gov.uk's own, such a file is written by hand for the years that matter, so it is taken at its word.
 */
function newPlace(
  name: string,
  division: unknown,
  { name: file, hash }: CalendarSource,
): Calendar | undefined {
  const events: readonly unknown[] =
    isRecord(division) && Array.isArray(division['events']) ? division['events'] : [];
  if (events.length === 0 || !events.every(isHoliday)) return undefined;
  const dates = events.map(({ date }) => date).sort();
  const covers = {
    from: `${dates[0]?.slice(0, 4) ?? ''}-01-01` as CivilDate,
    to: `${dates.at(-1)?.slice(0, 4) ?? ''}-12-31` as CivilDate,
  };
  const holidays = events.map(({ date, title }) => ({
    date,
    ...(title === undefined ? {} : { title }),
    source: file,
  }));
  return { name, version: hash, covers, holidays };
}

/** gov.uk's shape (R58): the nations' divisions are merged as the feed is, others become calendars of their own. */
function mergeFeed(known: Known, feed: Record<string, unknown>, source: CalendarSource): string | undefined {
  const nations = Object.entries(feed).filter(([name]) => known.has(name));
  const places = Object.entries(feed).filter(([name]) => !known.has(name));
  for (const [name, division] of places) {
    const place = newPlace(name, division, source);
    if (!place) return `"${name}" is no division with a list of dated events. ${shapes}`;
    known.set(name, place);
  }
  if (nations.length === 0) return undefined;
  const imported = importGovUkFeed([...known.values()], JSON.stringify(Object.fromEntries(nations)), source);
  if (isFeedRefusal(imported)) return imported.error.message;
  const refused = imported.changes.find(({ kind }) => kind === 'division_refused');
  if (refused?.kind === 'division_refused')
    return `"${refused.calendar}" cannot be used, because ${refused.because}.`;
  for (const calendar of imported.calendars) known.set(calendar.name, calendar);
  return undefined;
}

function mergeText(known: Known, text: string, source: CalendarSource): string | undefined {
  const value: unknown = JSON.parse(text);
  const own: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (own.length > 0 && own.every(isCalendar)) {
    for (const calendar of own) mergeOwn(known, calendar);
    return undefined;
  }
  return isRecord(value) && Object.keys(value).length > 0 && !('holidays' in value)
    ? mergeFeed(known, value, source)
    : `It holds no calendar. ${shapes}`;
}

async function mergeFile(known: Known, file: string, now: Instant): Promise<string | undefined> {
  try {
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return mergeText(known, text, { name: file, hash, fetchedOn: writeDay(londonDayAt(now)) });
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return 'It is not JSON. Fetch or write it again.';
    return `It was not read: ${whyUnreadable(thrown)}.`;
  }
}

/** The shipped calendars with those of the files merged in; a sentence saying what is wrong where one cannot be used. */
export async function calendarsWith(files: readonly string[], now: Instant): Promise<Calendars | string> {
  const known: Known = new Map(ukNations.map(nation => [nation, ukCalendar(nation)]));
  for (const file of files) {
    const wrong = await mergeFile(known, file, now);
    if (wrong !== undefined) return `--calendar-file ${file}: ${wrong}`;
  }
  return openCalendars([...known.values()]);
}
