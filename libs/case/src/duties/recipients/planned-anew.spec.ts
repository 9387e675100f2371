import { toCivilDate, type Calendar } from '@duly/law';
import { testCalendar } from '../../case.given.js';
import { plannedAnew } from './planned-anew.js';

const withHoliday = (...dates: string[]): Calendar => ({
  ...testCalendar,
  version: 'another',
  holidays: [...testCalendar.holidays, ...dates.map(date => ({ date: toCivilDate(date) }))],
});
/** Ten working days after 1 September 2036, ninety seconds after midnight in London. */
const planned = {
  notBefore: '2036-09-14T23:01:30.000Z',
  plannedFrom: { on: toCivilDate('2036-09-01'), workingDays: 10 },
};

describe('a reminder planned by working days (R20, R45)', () => {
  it('stays on its day where no holiday lies before it', () => {
    expect(plannedAnew(planned, withHoliday('2036-09-19'))).toBe(planned.notBefore);
  });

  it('moves by a day with a new public holiday, and keeps the case’s own place of the day', () => {
    expect(plannedAnew(planned, withHoliday('2036-09-10'))).toBe('2036-09-15T23:01:30.000Z');
  });

  it('is told from a letter that is not planned', () => {
    expect(plannedAnew({}, testCalendar)).toBeUndefined();
  });
});
