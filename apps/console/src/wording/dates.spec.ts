import { toCivilDate } from '@duly/law';
import { daysLeft, longDate, momentInWords } from './dates.js';

const day = toCivilDate;

describe('dates in words', () => {
  it('name the weekday, as 30 April 2036 is a Wednesday', () => {
    expect(longDate('2036-04-30')).toBe('Wednesday 30 April 2036');
    expect(longDate('2028-02-29')).toBe('Tuesday 29 February 2028');
  });

  it('count the days until the end of a last day, and the days beyond it', () => {
    expect(daysLeft(day('2036-04-30'), day('2036-04-28'))).toBe('2 days left');
    expect(daysLeft(day('2036-04-30'), day('2036-04-29'))).toBe('Tomorrow');
    expect(daysLeft(day('2036-04-30'), day('2036-04-30'))).toBe('Today');
    expect(daysLeft(day('2036-04-30'), day('2036-05-01'))).toBe('1 day late');
    expect(daysLeft(day('2036-04-30'), day('2036-05-09'))).toBe('9 days late');
  });

  it('show an instant by the clocks of London, in summer too', () => {
    expect(momentInWords('2036-07-01T09:30:00Z')).toContain('10:30');
    expect(momentInWords('2036-01-01T09:30:00Z')).toContain('09:30');
  });
});
