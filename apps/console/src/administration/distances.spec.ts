import { inWords, readDistances } from './distances.js';

describe('distances of reminders', () => {
  it.each([
    ['10 working days, 5 working days, 1 day', [{ workingDays: 10 }, { workingDays: 5 }, { days: 1 }]],
    ['1 month 3 days', [{ months: 1, days: 3 }]],
    ['Never', []],
  ])('%s is read as it is written', (text, distances) => {
    expect(readDistances(text)).toEqual(distances);
    expect(inWords(distances)).toBe(text);
  });

  it.each(['ten days', '5', '5 weeks', '5 days 2', '5 days,'])('%s is none, and nothing is guessed', text => {
    expect(readDistances(text)).toBeUndefined();
  });
});
