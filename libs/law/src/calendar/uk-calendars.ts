import { toCivilDate } from '../dates/civil-date.js';
import { openCalendar, type Calendar, type Calendars } from './calendar.js';
import { ukBankHolidays } from './uk-bank-holidays.data.js';

/** The public holidays of the three UK nations that the library ships; others are imported. */
export const ukNations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type UkNation = (typeof ukNations)[number];

/** One nation's calendar as data. */
export function ukCalendar(nation: UkNation): Calendar {
  const { version, covers, source, calendars } = ukBankHolidays;
  return {
    name: nation,
    version,
    covers: { from: toCivilDate(covers.from), to: toCivilDate(covers.to) },
    holidays: calendars[nation].map(({ date, title, knownFrom }) => ({
      date: toCivilDate(date),
      title,
      ...(knownFrom === undefined ? {} : { knownFrom: toCivilDate(knownFrom) }),
      source,
    })),
  };
}

/** The shipped calendars, ready for counting. */
export const ukCalendars: Calendars = new Map(
  ukNations.map(nation => [nation, openCalendar(ukCalendar(nation))]),
);
