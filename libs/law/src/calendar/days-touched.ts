import { addDays, toDay, writeDay, type CivilDate, type Day } from '../dates/civil-date.js';
import { isWeekend, isWorkingDay, openCalendar, type Calendar, type OpenCalendar } from './calendar.js';

/** What a new version of a calendar does to the dates that were computed by an older one. */
export interface DaysTouched {
  /** A due date on one of these days moves, or may move. */
  readonly dueOn: readonly CivilDate[];
  /** No holidays any more: a period that ended on one of them, and was moved on to a later due date, moves back. */
  readonly withdrawn: readonly CivilDate[];
}

const inForce = ({ holidays }: Calendar): readonly CivilDate[] =>
  holidays.filter(({ withdrawnOn }) => withdrawnOn === undefined).map(({ date }) => date);

function nextWorkingDay(calendar: OpenCalendar, after: Day): Day {
  let day = addDays(after, 1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/**
 * R20 — the days by which a list of due dates can be searched for those that a new version moves: a new holiday moves the date that
 * fell on it, a withdrawn one the date that had been moved past it (Reg 1182/71 Art 3(4)).
 */
export function daysTouched(before: Calendar, after: Calendar): DaysTouched {
  const [old, fresh] = [inForce(before), inForce(after)];
  const isWorkday = (date: CivilDate): boolean => !isWeekend(toDay(date));
  const added = fresh.filter(date => !old.includes(date) && isWorkday(date));
  const withdrawn = old.filter(date => !fresh.includes(date) && isWorkday(date));
  const opened = openCalendar(before);
  const past = withdrawn.map(date => writeDay(nextWorkingDay(opened, toDay(date))));
  return { dueOn: [...new Set([...added, ...past])], withdrawn };
}
