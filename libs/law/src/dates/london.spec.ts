import { addDays, readDay, toCivilDate, toDay, writeDay, type Day } from './civil-date.js';
import { endOfLondonDay, londonDayAt, readInstant, startOfLondonDay, type Instant } from './london.js';

const local = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const inLondon = (moment: number): string => local.format(new Date(moment)).replace(', ', 'T');
const day = (text: string): Day => toDay(toCivilDate(text));

describe('R17 the civil day in London', () => {
  it('begins and ends where Intl says, on every day from 1996 to 2100', () => {
    const wrong: string[] = [];
    for (let today = day('1996-01-01'); today <= day('2100-12-31'); today = addDays(today, 1)) {
      const [start, end] = [startOfLondonDay(today), endOfLondonDay(today)];
      const text = writeDay(today);
      const fits =
        inLondon(start) === `${text}T00:00:00` &&
        londonDayAt(start) === today &&
        londonDayAt((start - 1) as Instant) === today - 1 &&
        londonDayAt((end - 1) as Instant) === today &&
        londonDayAt(end) === today + 1;
      if (!fits) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('has the date that Intl gives around both changes of the clock of every year', () => {
    const wrong: number[] = [];
    for (let year = 1996; year <= 2100; year += 1) {
      for (const month of ['03', '10']) {
        for (
          let today = day(`${year}-${month}-24`);
          today <= day(`${year}-${month}-31`);
          today = addDays(today, 1)
        ) {
          for (const hours of [-1, 0, 0.5, 0.999, 1, 1.001, 2, 22.5, 23, 23.5]) {
            const moment = today * 86_400_000 + hours * 3_600_000;
            if (inLondon(moment).slice(0, 10) !== writeDay(londonDayAt(moment as Instant)))
              wrong.push(moment);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lasts 23 hours on 29 March 2026 and 25 on 25 October', () => {
    const hours = (text: string): number =>
      (endOfLondonDay(day(text)) - startOfLondonDay(day(text))) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-07-01')]).toEqual([23, 25, 24]);
  });
});

describe('R17 instants', () => {
  it.each([
    ['2026-06-30T23:15:00Z', '2026-06-30T23:15:00.000Z'],
    ['2026-06-30T23:15Z', '2026-06-30T23:15:00.000Z'],
    ['2026-07-01T00:15:00+01:00', '2026-06-30T23:15:00.000Z'],
    ['2026-06-30T19:15:00-04:00', '2026-06-30T23:15:00.000Z'],
    ['2026-06-30T23:15:00.5Z', '2026-06-30T23:15:00.500Z'],
    ['2026-06-30T23:15:00.123456789Z', '2026-06-30T23:15:00.123Z'],
    ['2028-02-29T00:00:00+05:30', '2028-02-28T18:30:00.000Z'],
    ['2026-06-30T23:15:00+23:59', '2026-06-29T23:16:00.000Z'],
    ['1996-01-01T00:00:00Z', '1996-01-01T00:00:00.000Z'],
    ['2100-12-31T23:59:59Z', '2100-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(readInstant(text, readDay)).toBe(Date.parse(utc));
  });

  it.each([
    '2026-06-30T23:15:00',
    '2026-06-30 23:15:00Z',
    '2026-06-30T24:00:00Z',
    '2026-06-30T23:60:00Z',
    '2026-06-30T23:15:60Z',
    '2026-06-31T23:15:00Z',
    '1995-12-31T23:15:00Z',
    '2101-01-01T00:00:00Z',
    '2026-06-30T23:15:00+1:00',
    '2026-06-30T23:15:00+25:00',
    '2026-06-30T23:15:00+01:60',
    '2026-06-30',
    ' 2026-06-30T23:15:00Z',
    '2026-06-30T23:15:00Z ',
    '',
  ])('%s is none', text => {
    expect(readInstant(text, readDay)).toBeUndefined();
  });
});
