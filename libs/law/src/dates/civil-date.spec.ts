import {
  addDays,
  addMonths,
  compareDates,
  dayOf,
  daysInMonth,
  NotACivilDate,
  partsOf,
  readDay,
  toCivilDate,
  toDay,
  weekdayOf,
  writeDay,
} from './civil-date.js';

const date = toCivilDate;

describe('civil dates', () => {
  it('agree with a walk over all 109,573 days from 1900-01-01, a Monday, to 2199-12-31', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let [year, month, dayOfMonth, weekday, days] = [1900, 1, 1, 1, 0];
    let day = toDay(date('1900-01-01'));
    const wrong: string[] = [];
    while (year < 2200) {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
      const parts = partsOf(day);
      const fits =
        writeDay(day) === text &&
        readDay(text) === day &&
        dayOf(year, month, dayOfMonth) === day &&
        weekdayOf(day) === weekday &&
        parts.year === year &&
        parts.month === month &&
        parts.dayOfMonth === dayOfMonth;
      if (!fits) wrong.push(text);
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year === 2000;
      const last = (lengths[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
      if (daysInMonth(year, month) !== last) wrong.push(`length of ${text}`);
      if (dayOfMonth < last) dayOfMonth += 1;
      else [dayOfMonth, month, year] = month < 12 ? [1, month + 1, year] : [1, 1, year + 1];
      [day, weekday, days] = [addDays(day, 1), (weekday % 7) + 1, days + 1];
    }
    expect(wrong).toEqual([]);
    expect(days).toBe(109_573);
  });

  it.each([
    ['2026-02-29'],
    ['2027-02-30'],
    ['1900-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-01-00'],
    ['2026-04-31'],
    ['1899-12-31'],
    ['2200-01-01'],
    ['2026-1-01'],
    ['2026-01-1x'],
    ['2026/01/01'],
    ['2026-01/01'],
    ['x026-01-01'],
    ['202:-01-01'],
    ['2026-1/-01'],
    ['2026-0:-01'],
    ['2026-01-0x'],
    ['2026-01-011'],
    ['2026-01-01 '],
    ['２０２６-01-01'],
    [''],
  ])('refuse %s with words', text => {
    expect(readDay(text)).toBeUndefined();
    expect(() => date(text)).toThrow(NotACivilDate);
    expect(() => date(text)).toThrow('is not a date of the calendar. Write YYYY-MM-DD');
  });

  it.each([
    ['2026-03-31', 1, '2026-04-30'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-31', 3, '2027-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %s months give %s', (from, months, to) => {
    expect(writeDay(addMonths(toDay(date(from)), months))).toBe(to);
  });

  it('compare by the calendar', () => {
    expect(compareDates(date('2026-01-31'), date('2026-02-01'))).toBeLessThan(0);
    expect(compareDates(date('2026-02-01'), date('2026-02-01'))).toBe(0);
    expect(compareDates(date('2027-01-01'), date('2026-12-31'))).toBeGreaterThan(0);
    expect(() => toDay('30 February' as ReturnType<typeof date>)).toThrow(NotACivilDate);
  });
});
