import { toDay, writeDay, addDays, type CivilDate } from '../dates/civil-date.js';
import type { CalendarChange } from './calendar-change.js';
import type { Calendar, EarlierHorizon, Holiday } from './calendar.js';
import type { FeedDivision, FeedEvent } from './gov-uk-feed.js';

/** Where a state of knowledge comes from. The hash is the caller's, of the bytes fetched; the library has no cryptography. */
export interface CalendarSource {
  readonly name: string;
  readonly hash: string;
  readonly fetchedOn: CivilDate;
}

export interface Merged {
  readonly calendar: Calendar;
  readonly changes: readonly CalendarChange[];
}

/** A holiday that moved further than this is taken for two different ones, and a person decides. */
const furthestMove = 31;

const isInForce = ({ withdrawnOn }: Holiday): boolean => withdrawnOn === undefined;
const yearOf = (date: CivilDate): string => date.slice(0, 4);
const daysApart = (one: CivilDate, other: CivilDate): number => Math.abs(toDay(one) - toDay(other));

const hasSameTitle = (holiday: Holiday, event: FeedEvent): boolean => holiday.title === event.title;

/** The new date that took the place of one that vanished: of the same year and near it, the same title first, then the nearest. */
function successorOf(missing: Holiday, added: readonly FeedEvent[]): FeedEvent | undefined {
  const near = added.filter(
    ({ date }) => yearOf(date) === yearOf(missing.date) && daysApart(date, missing.date) <= furthestMove,
  );
  const rank = (event: FeedEvent): number =>
    (hasSameTitle(missing, event) ? 0 : furthestMove + 1) + daysApart(event.date, missing.date);
  return near.sort((first, second) => rank(first) - rank(second))[0];
}

/** A year is published as a whole; one that does not reach December yet is not spoken for. */
function horizonOfFeed(last: FeedEvent): CivilDate {
  const year = Number(yearOf(last.date)) - (last.date.slice(5, 7) === '12' ? 0 : 1);
  return `${year}-12-31` as CivilDate;
}

/** A feed that begins after January has dropped the days before, and is not taken to speak for them. */
function beginningOfFeed(first: FeedEvent): CivilDate {
  return first.date.slice(5, 7) === '01' ? (`${yearOf(first.date)}-01-01` as CivilDate) : first.date;
}

function coverageWith(
  known: Calendar,
  events: readonly [FeedEvent, ...FeedEvent[]],
): { covers: NonNullable<Calendar['covers']>; grewFrom?: CivilDate } {
  const from = beginningOfFeed(events[0]);
  const to = horizonOfFeed(events.at(-1) ?? events[0]);
  const { covers } = known;
  if (!covers) return { covers: { from, to } };
  const begins = from < covers.from ? from : covers.from;
  // A gap between what was known and what the feed holds would be a time without holidays.
  const joins = from <= writeDay(addDays(toDay(covers.to), 1));
  if (!joins || to <= covers.to) return { covers: { from: begins, to: covers.to } };
  return { covers: { from: begins, to }, grewFrom: covers.to };
}

/** Dates of years that were already spoken for came as news; the others were published with their year. */
function newHoliday(event: FeedEvent, known: Calendar, source: CalendarSource): Holiday {
  const isNews = known.covers !== null && event.date >= known.covers.from;
  return {
    ...event,
    ...(isNews ? { knownFrom: source.fetchedOn } : {}),
    source: `${source.name}, ${source.fetchedOn}, ${source.hash}`,
  };
}

interface Comparison {
  readonly added: readonly FeedEvent[];
  readonly moved: readonly { readonly holiday: Holiday; readonly event: FeedEvent }[];
  readonly missing: readonly Holiday[];
  readonly before: readonly Holiday[];
  readonly after: readonly Holiday[];
}

/** Only a day that still lies ahead, within what the feed speaks of, can be taken back by being absent. */
function compare(known: Calendar, events: readonly FeedEvent[], fetchedOn: CivilDate): Comparison {
  const inForce = known.holidays.filter(isInForce);
  const [first, last] = [events[0]?.date ?? fetchedOn, events.at(-1)?.date ?? fetchedOn];
  const absent = inForce.filter(({ date }) => !events.some(event => event.date === date));
  let added = events.filter(({ date }) => !inForce.some(holiday => holiday.date === date));
  const moved: { holiday: Holiday; event: FeedEvent }[] = [];
  const missing: Holiday[] = [];
  for (const holiday of absent.filter(({ date }) => date >= first && date <= last)) {
    const event = holiday.date > fetchedOn ? successorOf(holiday, added) : undefined;
    if (event) {
      moved.push({ holiday, event });
      added = added.filter(other => other !== event);
    } else missing.push(holiday);
  }
  const before = absent.filter(({ date }) => date < first);
  const after = absent.filter(({ date }) => date > last);
  return { added, moved, missing, before, after };
}

function changesOf(calendar: string, found: Comparison, events: readonly FeedEvent[]): CalendarChange[] {
  const { added, moved, missing, before, after } = found;
  const [first, last] = [events[0], events.at(-1)];
  return [
    ...moved.map(({ holiday, event }) => ({
      calendar,
      kind: 'moved' as const,
      from: holiday.date,
      to: event.date,
      title: event.title,
    })),
    ...added.map(event => ({ calendar, kind: 'added' as const, ...event })),
    ...missing.map(({ date, title }) => ({
      calendar,
      kind: 'missing' as const,
      date,
      title: title ?? 'a holiday',
    })),
    ...(before.length > 0 && first
      ? [{ calendar, kind: 'history_removed' as const, before: first.date, kept: before.length }]
      : []),
    ...(after.length > 0 && last
      ? [{ calendar, kind: 'ends_earlier' as const, after: last.date, kept: after.length }]
      : []),
  ];
}

function horizonsWith(known: Calendar, grewFrom: CivilDate | undefined, until: CivilDate): EarlierHorizon[] {
  const earlier = known.earlierHorizons ?? [];
  return grewFrom === undefined ? [...earlier] : [{ to: grewFrom, until }, ...earlier];
}

/**
 * R20, R59 — merges one division into what is known, and never deletes: a date that moved gets `withdrawnOn`, its new date `knownFrom`;
 * what is only absent is kept and reported. The version changes exactly when a holiday or the horizon did.
 */
export function mergeDivision(known: Calendar, division: FeedDivision, source: CalendarSource): Merged {
  const { events } = division;
  const found = compare(known, events, source.fetchedOn);
  const { covers, grewFrom } = coverageWith(known, events);
  const changes = changesOf(known.name, found, events);
  if (grewFrom !== undefined) {
    changes.push({ calendar: known.name, kind: 'horizon', from: grewFrom, to: covers.to });
  }
  const withdrawn = new Map(found.moved.map(({ holiday }) => [holiday, source.fetchedOn]));
  const kept = known.holidays.map(holiday => {
    const withdrawnOn = withdrawn.get(holiday);
    return withdrawnOn === undefined ? holiday : { ...holiday, withdrawnOn };
  });
  const arrived = [...found.added, ...found.moved.map(({ event }) => event)];
  const isChanged = arrived.length > 0 || grewFrom !== undefined || covers.from !== known.covers?.from;
  if (!isChanged) return { calendar: known, changes };
  const holidays = [...kept, ...arrived.map(event => newHoliday(event, known, source))];
  holidays.sort((first, second) => (first.date < second.date ? -1 : 1));
  const earlierHorizons = horizonsWith(known, grewFrom, source.fetchedOn);
  const calendar: Calendar = {
    name: known.name,
    version: `${source.name} ${source.fetchedOn} ${source.hash}`,
    covers,
    ...(earlierHorizons.length > 0 ? { earlierHorizons } : {}),
    holidays,
  };
  return { calendar, changes };
}
