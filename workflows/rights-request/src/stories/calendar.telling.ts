import { toCivilDate, type Calendar } from '@duly/law';

const holidays = [
  '2036-01-01',
  '2036-04-11',
  '2036-04-14',
  '2036-05-05',
  '2036-05-26',
  '2036-08-25',
  '2036-12-25',
  '2036-12-26',
];

/** The public holidays of England and Wales in 2036, with a horizon decades away: stories lie ahead of every real clock. */
export const testCalendar: Calendar = {
  name: 'england-and-wales',
  version: 'test-2036',
  covers: { from: toCivilDate('2035-01-01'), to: toCivilDate('2060-12-31') },
  holidays: holidays.map(toCivilDate).map(date => ({ date })),
};
