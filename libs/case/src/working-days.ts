import { addDays, isWorkingDay, type Day } from '@duly/law';
import type { CaseFile } from './case-file.js';

/** By the case's calendar; where that is not known every day is a working day. */
function countedFrom(
  file: Pick<CaseFile, 'calendar' | 'calendars'>,
  from: Day,
  count: number,
  step: 1 | -1,
): Day {
  const calendar = file.calendars.get(file.calendar.name);
  let [day, left] = [from, count];
  while (left > 0) {
    day = addDays(day, step);
    if (!calendar || isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The day so many working days before another. */
export function workingDaysBefore(
  file: Pick<CaseFile, 'calendar' | 'calendars'>,
  from: Day,
  count: number,
): Day {
  return countedFrom(file, from, count, -1);
}

/** The day so many working days after another. */
export function workingDaysAfter(
  file: Pick<CaseFile, 'calendar' | 'calendars'>,
  from: Day,
  count: number,
): Day {
  return countedFrom(file, from, count, 1);
}
