import { changeInWords, type CalendarChange } from './calendar-change.js';
import type { Calendar } from './calendar.js';
import { readGovUkFeed, type FeedRefusal } from './gov-uk-feed.js';
import { mergeDivision, type CalendarSource } from './merge-division.js';

/** The calendars after an import (every one that was known, and new ones), and what changed, as data and in words. */
export interface FeedImport {
  readonly calendars: readonly Calendar[];
  readonly changes: readonly CalendarChange[];
  readonly report: readonly string[];
}

const nothingKnown = (name: string): Calendar => ({ name, version: 'nothing', covers: null, holidays: [] });

/**
 * R58–R59 — merges the text of gov.uk's bank-holidays.json into the calendars that are known. Nothing known is ever deleted; a
 * division that is empty, absent or out of shape keeps what is known and is reported, the others go on. Text that is no feed at all
 * is answered with a {@link FeedRefusal}.
 */
export function importGovUkFeed(
  known: readonly Calendar[],
  text: string,
  source: CalendarSource,
): FeedImport | FeedRefusal {
  const feed = readGovUkFeed(text);
  if ('error' in feed) return feed;
  const calendars = new Map(known.map(calendar => [calendar.name, calendar]));
  const changes: CalendarChange[] = [];
  for (const division of feed.divisions) {
    const merged = mergeDivision(
      calendars.get(division.name) ?? nothingKnown(division.name),
      division,
      source,
    );
    calendars.set(division.name, merged.calendar);
    changes.push(...merged.changes);
  }
  const refused = new Map(feed.refused.map(({ name, because }) => [name, because]));
  for (const [calendar, because] of refused) changes.push({ calendar, kind: 'division_refused', because });
  for (const { name } of known) {
    const isSpokenOf = refused.has(name) || feed.divisions.some(division => division.name === name);
    if (!isSpokenOf) changes.push({ calendar: name, kind: 'division_absent' });
  }
  return { calendars: [...calendars.values()], changes, report: changes.map(changeInWords) };
}

export function isFeedRefusal(answer: FeedImport | FeedRefusal): answer is FeedRefusal {
  return 'error' in answer;
}
