import { inWords, toDay, withWeekday, type CivilDate } from '@duly/law';

/** `Thursday 2 April 2026`. */
export function fullDate(date: CivilDate): string {
  return withWeekday(toDay(date));
}

/** `2 April 2026`. */
export function plainDate(date: CivilDate): string {
  return inWords(toDay(date));
}
