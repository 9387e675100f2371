import { addDays, isWorkingDay, type Day } from '@duly/law';
import type { CaseFile } from './case-file.js';

/** The day so many working days before another, by the case's calendar; where that is not known every day is one. */
export function workingDaysBefore(file: CaseFile, from: Day, count: number): Day {
  const calendar = file.calendars.get(file.calendar.name);
  let [day, left] = [from, count];
  while (left > 0) {
    day = addDays(day, -1);
    if (!calendar || isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}
