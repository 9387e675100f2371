import { toCivilDate } from '../dates/civil-date.js';
import type { Calendar } from './calendar.js';
import { daysTouched } from './days-touched.js';

const calendar = (...dates: readonly string[]): Calendar => ({
  name: 'england-and-wales',
  version: dates.join(),
  covers: { from: toCivilDate('2022-01-01'), to: toCivilDate('2028-12-31') },
  holidays: dates.map(date => ({ date: toCivilDate(date) })),
});

describe('the due dates that a new version of a calendar touches (R20; Reg 1182/71 Art 3(4))', () => {
  it('a proclaimed day touches the dates that fall on it: 19 September 2022', () => {
    expect(daysTouched(calendar('2022-08-29'), calendar('2022-08-29', '2022-09-19'))).toEqual({
      dueOn: ['2022-09-19'],
      withdrawn: [],
    });
  });

  it('a day that moved touches its new place, and the dates that had been moved past the old one: Spring 2022', () => {
    const touched = daysTouched(calendar('2022-05-30'), calendar('2022-06-02', '2022-06-03'));
    expect(touched).toEqual({
      dueOn: ['2022-06-02', '2022-06-03', '2022-05-31'],
      withdrawn: ['2022-05-30'],
    });
  });

  it('a withdrawn day before a weekend and another holiday touches the first working day after all of them', () => {
    const touched = daysTouched(calendar('2022-04-15', '2022-04-18'), calendar('2022-04-18'));
    expect(touched.dueOn).toEqual(['2022-04-19']);
  });

  it('a holiday on a weekend touches nothing, nor does one that was known already', () => {
    const before = calendar('2022-12-26');
    expect(daysTouched(before, calendar('2022-12-26', '2022-12-25'))).toEqual({ dueOn: [], withdrawn: [] });
    expect(daysTouched(before, before)).toEqual({ dueOn: [], withdrawn: [] });
  });

  it('a holiday that was kept and marked as withdrawn counts as withdrawn', () => {
    const before = calendar('2027-08-30');
    const [holiday] = before.holidays;
    const after = { ...before, holidays: [{ ...holiday!, withdrawnOn: toCivilDate('2025-01-09') }] };
    expect(daysTouched(before, after)).toEqual({ dueOn: ['2027-08-31'], withdrawn: ['2027-08-30'] });
  });
});
