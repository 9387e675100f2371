import fc from 'fast-check';
import { ukCalendar, type UkNation } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import { isClockError } from '../clock/result.js';
import { dayByDay } from './day-by-day.js';
import { inputOf, randomCases } from './random-cases.js';
import { comparisonRuns } from './runs.js';

describe('a second algorithm, walking day by day', () => {
  it('agrees with the clock on every date, state and count', () => {
    fc.assert(
      fc.property(randomCases, randomCase => {
        const input = inputOf(randomCase);
        const walked = dayByDay(input, ukCalendar(randomCase.calendar as UkNation));
        const answer = clock(input);
        const given: unknown = isClockError(answer)
          ? answer.error.code
          : Object.fromEntries(
              Object.entries(answer).filter(([field]) => typeof walked === 'object' && field in walked),
            );
        expect(given).toEqual(walked);
      }),
      { numRuns: comparisonRuns },
    );
  }, 600_000);
});
