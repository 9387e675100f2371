import type { CivilDate } from '../dates/civil-date.js';
import type { Calendar } from './calendar.js';

const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);
const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);

/**
 * The part of a calendar from one day to another, both included, as data small enough to travel in a workflow's start input. It keeps
 * the version of the whole and covers no more than the whole did: a date outside lies past its horizon.
 */
export function sliceOf(calendar: Calendar, from: CivilDate, to: CivilDate): Calendar {
  const { covers, earlierHorizons, ...rest } = calendar;
  return {
    ...rest,
    covers: covers && { from: later(from, covers.from), to: earlier(to, covers.to) },
    ...(earlierHorizons === undefined ? {} : { earlierHorizons }),
    holidays: calendar.holidays.filter(({ date }) => date >= from && date <= to),
  };
}
