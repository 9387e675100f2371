import { readDay, writeDay, type CivilDate } from '../dates/civil-date.js';
import { isRecord } from '../json/is-record.js';

/** One division of the feed as it was read: dates in order, each with its title. */
export interface FeedDivision {
  readonly name: string;
  readonly events: readonly [FeedEvent, ...FeedEvent[]];
}

export interface FeedEvent {
  readonly date: CivilDate;
  readonly title: string;
}

/** A division that cannot be trusted, with the reason in words. */
export interface RefusedDivision {
  readonly name: string;
  readonly because: string;
}

/** The feed as a whole was no bank-holiday data; nothing was changed. */
export interface FeedRefusal {
  readonly error: {
    readonly code: 'FEED_NOT_JSON' | 'FEED_OUT_OF_SHAPE';
    readonly message: string;
    readonly remedy: string;
  };
}

export interface ReadFeed {
  readonly divisions: readonly FeedDivision[];
  readonly refused: readonly RefusedDivision[];
}

function refusal(code: FeedRefusal['error']['code'], message: string): FeedRefusal {
  const remedy =
    'Nothing was changed. Fetch https://www.gov.uk/bank-holidays.json again, or add the holiday by hand with a citation.';
  return { error: { code, message, remedy } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readEvent(event: unknown): FeedEvent | undefined {
  if (!isRecord(event)) return undefined;
  const { date, title } = event;
  if (typeof date !== 'string' || typeof title !== 'string' || title.trim() === '') return undefined;
  const day = readDay(date);
  return day === undefined ? undefined : { date: writeDay(day), title: title.trim() };
}

/** One event out of shape makes its whole division doubtful: a date that was misread would look like one that was moved. */
function readDivision(name: string, division: unknown): FeedDivision | RefusedDivision {
  if (!isRecord(division) || !Array.isArray(division['events'])) {
    return { name, because: 'it has no list of events' };
  }
  const given: readonly unknown[] = division['events'];
  const events: FeedEvent[] = [];
  for (const [index, value] of given.entries()) {
    const event = readEvent(value);
    if (!event) return { name, because: `event ${index + 1} of ${given.length} has no date and title` };
    if (!events.some(({ date }) => date === event.date)) events.push(event);
  }
  events.sort((first, second) => (first.date < second.date ? -1 : 1));
  const [first, ...others] = events;
  return first ? { name, events: [first, ...others] } : { name, because: 'its list of events is empty' };
}

/**
 * R58 — reads the text of gov.uk's bank-holidays.json: `{ "england-and-wales": { "division", "events": [{ "title", "date" }] } }`.
 * Answers a {@link FeedRefusal} for anything else (an HTML page, an empty object); a division out of shape is refused for itself.
 */
export function readGovUkFeed(text: string): ReadFeed | FeedRefusal {
  const feed = parsed(text);
  if (feed === undefined) {
    const seen = text.trimStart().startsWith('<') ? 'an HTML page' : 'text that is no JSON';
    return refusal('FEED_NOT_JSON', `The bank-holiday feed answered with ${seen}.`);
  }
  if (!isRecord(feed) || Object.keys(feed).length === 0) {
    return refusal('FEED_OUT_OF_SHAPE', 'The bank-holiday feed holds no divisions.');
  }
  const read = Object.entries(feed).map(([name, division]) => readDivision(name, division));
  const divisions = read.filter(division => 'events' in division);
  const refused = read.filter(division => 'because' in division);
  if (divisions.length > 0) return { divisions, refused };
  const reasons = refused.map(({ name, because }) => `${name}: ${because}`).join('; ');
  return refusal('FEED_OUT_OF_SHAPE', `No division of the bank-holiday feed can be used (${reasons}).`);
}
