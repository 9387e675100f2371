import { addMonths, sliceOf, toDay, writeDay, type Calendar, type CivilDate } from '@duly/law';
import { later } from './spans.js';

const months = (date: CivilDate, many: number): CivilDate => writeDay(addMonths(toDay(date), many));

/**
 * The part of a calendar that travels with a case: wide enough for a receipt that is corrected by a year, and for three years of
 * asks, pauses and extensions from the last day that is known of it. A case that outlives it is told of more (R20).
 * @param latest the last day that is known of the case
 */
export function calendarFor(calendar: Calendar, received: CivilDate, latest: CivilDate): Calendar {
  const slice = sliceOf(calendar, months(received, -12), months(later(received, latest), 36));
  return { ...slice, holidays: slice.holidays.map(({ source: _source, ...holiday }) => holiday) };
}
