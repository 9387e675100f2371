import {
  coversDate,
  holidayOn,
  isWorkingDay,
  openCalendar,
  weekendsOnly,
  workingDaysBetween,
  type Calendar,
} from '../calendar/calendar.js';
import { addHoliday, withdrawHoliday } from '../calendar/holiday-by-hand.js';
import { sliceOf } from '../calendar/slice.js';
import { ukCalendar } from '../calendar/uk-calendars.js';
import { toCivilDate, toDay, type CivilDate } from '../dates/civil-date.js';

const on = (date: string): CivilDate => toCivilDate(date);
const spring = { date: on('2026-05-25'), title: 'Spring' };
const summer = { date: on('2026-08-31'), title: 'Summer' };
const christmas = { date: on('2026-12-25'), title: 'Christmas' };
const known: Calendar = {
  name: 'scotland',
  version: 'v1',
  covers: { from: on('2026-01-01'), to: on('2026-12-31') },
  holidays: [spring, summer, christmas],
};

describe('holidays by hand, slices and counting (R18–R20, R59)', () => {
  const jubilee = {
    date: on('2026-07-06'),
    title: 'Jubilee',
    citation: 'a proclamation',
    knownFrom: on('2026-06-02'),
  };

  it('adds a holiday once, with its citation, in its place', () => {
    const added = addHoliday(known, jubilee);
    expect(added).toEqual({
      ...known,
      version: 'v1 + 2026-07-06 known 2026-06-02',
      holidays: [
        spring,
        { date: '2026-07-06', title: 'Jubilee', knownFrom: '2026-06-02', source: 'a proclamation' },
        summer,
        christmas,
      ],
    });
    expect(addHoliday(added, jubilee)).toBe(added);
  });

  it('takes a holiday back and keeps it; it can be added again', () => {
    const withdrawal = { date: on('2026-08-31'), citation: 'a correction', withdrawnOn: on('2026-06-03') };
    const withdrawn = withdrawHoliday(known, withdrawal);
    expect(withdrawn).toEqual({
      ...known,
      version: 'v1 - 2026-08-31 withdrawn 2026-06-03',
      holidays: [
        spring,
        { ...summer, withdrawnOn: '2026-06-03', source: 'unknown source; withdrawn: a correction' },
        christmas,
      ],
    });
    expect(withdrawHoliday(withdrawn, withdrawal)).toBe(withdrawn);
    expect(
      withdrawHoliday(addHoliday(known, jubilee), { ...withdrawal, date: jubilee.date }).holidays[1]?.source,
    ).toBe('a proclamation; withdrawn: a correction');
    expect(addHoliday(withdrawn, { ...jubilee, date: summer.date }).holidays).toHaveLength(4);
  });

  it('knows a holiday from its day of knowledge to its withdrawal', () => {
    const open = openCalendar({
      ...known,
      holidays: [{ ...summer, knownFrom: on('2026-06-02'), withdrawnOn: on('2026-06-05') }, christmas],
    });
    const isKnownOn = (asOf?: string): boolean =>
      holidayOn(open, toDay(summer.date), asOf === undefined ? undefined : toDay(on(asOf))) !== undefined;
    expect(['2026-06-01', '2026-06-02', '2026-06-04', '2026-06-05', undefined].map(isKnownOn)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(holidayOn(open, toDay(christmas.date))?.title).toBe('Christmas');
  });

  it('slices a calendar without its horizon growing', () => {
    expect(sliceOf(known, on('2026-05-25'), on('2026-08-31'))).toEqual({
      ...known,
      covers: { from: '2026-05-25', to: '2026-08-31' },
      holidays: [spring, summer],
    });
    const wide = sliceOf({ ...known, earlierHorizons: [] }, on('2025-01-01'), on('2027-12-31'));
    expect(wide).toEqual({ ...known, earlierHorizons: [] });
    expect(sliceOf({ ...known, covers: null }, on('2026-01-01'), on('2026-02-01')).covers).toBeNull();
  });

  it('counts working days after one day up to another', () => {
    const open = openCalendar(known);
    const count = (from: string, to: string): number =>
      workingDaysBetween(open, toDay(on(from)), toDay(on(to)));
    expect([
      count('2026-05-22', '2026-05-25'),
      count('2026-05-22', '2026-05-26'),
      count('2026-05-26', '2026-05-26'),
    ]).toEqual([0, 1, 0]);
    expect([count('2026-05-26', '2026-05-27'), count('2026-05-29', '2026-05-31')]).toEqual([1, 0]);
  });

  it('covers its own days, both ends included, and everything where it holds nothing', () => {
    const open = openCalendar(known);
    const covered = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', 'soon'].map(date =>
      coversDate(open, date),
    );
    expect(covered).toEqual([false, true, true, false, false]);
    const none = weekendsOnly('none');
    expect([none.isKnown, weekendsOnly('jersey').isKnown, none.version, none.name]).toEqual([
      true,
      false,
      'weekends-only',
      'none',
    ]);
    expect([isWorkingDay(none, toDay(christmas.date)), isWorkingDay(none, toDay(on('2026-12-26')))]).toEqual([
      true,
      false,
    ]);
    expect(coversDate(openCalendar({ ...known, covers: null }), '2199-12-31')).toBe(true);
  });

  it('ships the three nations with a title and a source for each holiday', () => {
    for (const nation of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
      const { name, covers, version, holidays } = ukCalendar(nation);
      expect([name, covers, version]).toEqual([
        nation,
        { from: '2022-01-01', to: '2028-12-31' },
        expect.stringMatching(/^uk-/),
      ]);
      expect(
        holidays.every(({ title, source: from }) => title !== undefined && from?.startsWith('gov.uk')),
      ).toBe(true);
    }
    const funeral = ukCalendar('scotland').holidays.find(({ date }) => date === '2022-09-19');
    expect(funeral).toMatchObject({ knownFrom: '2022-09-10' });
    expect('knownFrom' in ukCalendar('scotland').holidays[0]!).toBe(false);
  });
});
