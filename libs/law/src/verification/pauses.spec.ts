import fc from 'fast-check';
import { clock } from '../clock/clock.js';
import { toDay } from '../dates/civil-date.js';
import {
  clarificationEpisode,
  extensionNotice,
  factLists,
  inputOf,
  randomCases,
  type PlacedFact,
} from './random-cases.js';
import {
  accessCases,
  answered,
  clarified,
  dateFields,
  datesOf,
  holds,
  isNoEarlier,
  withFacts,
} from './trying.js';

describe('properties of pauses (R26–R29)', () => {
  it('ignores a pause wholly on or before the relevant time', () => {
    holds([randomCases, fc.nat(200), fc.nat(200)], (randomCase, one, two) => {
      const before = answered(inputOf(randomCase));
      fc.pre(before.relevantDate !== null && randomCase.asOfAfter === undefined);
      const latest = toDay(before.relevantDate) - randomCase.receipt;
      const [from, to] = [one % (latest + 1), two % (latest + 1)];
      const after = answered(withFacts(randomCase, ...clarified(Math.min(from, to), Math.max(from, to))));
      // Where something was asked for, the cautious reading may start its month on another day (D-1, D-2), and there the same
      // pause does exclude days; the legal dates it never touches.
      const hasAsks = randomCase.facts.some(({ type }) => type.endsWith('_requested'));
      const legal = dateFields.filter(field => field !== 'conservativeDueDate' && field !== 'planBy');
      const fields = hasAsks ? legal : dateFields;
      expect(datesOf(after, fields)).toEqual(datesOf(before, fields));
      expect(after.excludedDays).toBe(before.excludedDays);
    });
  });

  it('ignores a clarification asked after expiry, answered or not', () => {
    holds(
      [randomCases, fc.integer({ min: 1, max: 60 }), fc.nat(20), fc.boolean()],
      (randomCase, later, wait, isAnswered) => {
        fc.pre(randomCase.asOfAfter === undefined);
        const before = answered(inputOf(randomCase));
        const { effectiveDueDate, conservativeDueDate } = before;
        fc.pre(effectiveDueDate !== null && conservativeDueDate !== null);
        const last = effectiveDueDate > conservativeDueDate ? effectiveDueDate : conservativeDueDate;
        const from = toDay(last) - randomCase.receipt + later;
        const facts = clarified(from, from + wait);
        expect(answered(withFacts(randomCase, ...(isAnswered ? facts : facts.slice(0, 1))))).toEqual(before);
      },
    );
  });

  it('takes the union of pauses: two that overlap are one, told in two', () => {
    holds(
      [
        accessCases(fc.oneof(fc.constant<PlacedFact[]>([]), extensionNotice)),
        fc.array(fc.nat(45), { minLength: 4, maxLength: 4 }),
      ],
      (randomCase, days) => {
        const [a, b, c, d] = days.sort((first, second) => first - second) as [number, number, number, number];
        const whole = answered(withFacts(randomCase, ...clarified(a, d)));
        fc.pre(whole.dueDate !== null);
        expect(answered(withFacts(randomCase, ...clarified(a, c, 'x'), ...clarified(b, d, 'y')))).toEqual(
          whole,
        );
        expect(answered(withFacts(randomCase, ...clarified(b, c, 'x'), ...clarified(a, d, 'y')))).toEqual(
          whole,
        );
      },
    );
  });

  it('never makes a date earlier by one more pause', () => {
    holds(
      [accessCases(factLists(clarificationEpisode, 3)), fc.nat(60), fc.nat(30)],
      (randomCase, from, wait) => {
        const before = answered(inputOf(randomCase));
        const after = answered(withFacts(randomCase, ...clarified(from, from + wait)));
        for (const field of ['dueDate', 'extendedDueDate', 'effectiveDueDate'] as const) {
          expect(isNoEarlier(after[field], before[field])).toBe(true);
        }
      },
    );
  });

  it('hears no clarification for another right than access', () => {
    const others = randomCases.filter(({ right }) => right !== 'access' && right !== 'access_s45');
    holds([others, clarificationEpisode], (randomCase, facts) => {
      expect(clock(withFacts(randomCase, ...facts))).toEqual(clock(inputOf(randomCase)));
    });
  });
});
