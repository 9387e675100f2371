import {
  londonDayAt,
  readDay,
  readInstant,
  startOfLondonDay,
  toDay,
  type Calendar,
  type Instant,
} from '@duly/law';
import { calendarsOf } from '../../clock-of.js';
import { writeInstant } from '../../instants.js';
import type { LetterOrder } from '../../letters.js';
import { workingDaysAfter } from '../../working-days.js';

/**
 * When a planned reminder is due by these public holidays, at the case's own place of that day; ISO 8601 UTC. Undefined of a letter that
 * is not planned by working days.
 */
export function plannedAnew(
  { notBefore, plannedFrom }: Pick<LetterOrder, 'notBefore' | 'plannedFrom'>,
  calendar: Calendar,
): string | undefined {
  const before = notBefore === undefined ? undefined : readInstant(notBefore, readDay);
  if (before === undefined || !plannedFrom) return undefined;
  const place = before - startOfLondonDay(londonDayAt(before));
  const file = { calendar, calendars: calendarsOf({ calendar }) };
  const day = workingDaysAfter(file, toDay(plannedFrom.on), plannedFrom.workingDays);
  return writeInstant((startOfLondonDay(day) + place) as Instant);
}
