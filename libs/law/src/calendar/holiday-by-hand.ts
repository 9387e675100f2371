import type { CivilDate } from '../dates/civil-date.js';
import type { Calendar, Holiday } from './calendar.js';

/** A holiday that a person enters before, or against, the feed: with the proclamation or statute it rests on (R59). */
export interface HolidayByHand {
  readonly date: CivilDate;
  readonly title: string;
  readonly citation: string;
  readonly knownFrom: CivilDate;
}

const isInForceOn =
  (date: CivilDate) =>
  (holiday: Holiday): boolean =>
    holiday.date === date && holiday.withdrawnOn === undefined;

/** R59 — adds a holiday with its citation, under a new version. The same calendar comes back where it is already known. */
export function addHoliday(calendar: Calendar, holiday: HolidayByHand): Calendar {
  const { date, title, citation, knownFrom } = holiday;
  if (calendar.holidays.some(isInForceOn(date))) return calendar;
  const holidays = [...calendar.holidays, { date, title, knownFrom, source: citation }];
  holidays.sort((first, second) => (first.date < second.date ? -1 : 1));
  return { ...calendar, version: `${calendar.version} + ${date} known ${knownFrom}`, holidays };
}

/** R59 — takes a holiday back with a citation, under a new version; it is kept with the day of withdrawal, never deleted. */
export function withdrawHoliday(
  calendar: Calendar,
  { date, citation, withdrawnOn }: { date: CivilDate; citation: string; withdrawnOn: CivilDate },
): Calendar {
  if (!calendar.holidays.some(isInForceOn(date))) return calendar;
  const isMeant = isInForceOn(date);
  return {
    ...calendar,
    version: `${calendar.version} - ${date} withdrawn ${withdrawnOn}`,
    holidays: calendar.holidays.map(holiday =>
      isMeant(holiday)
        ? { ...holiday, withdrawnOn, source: `${holiday.source ?? 'unknown source'}; withdrawn: ${citation}` }
        : holiday,
    ),
  };
}
