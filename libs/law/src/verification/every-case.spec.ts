import fc from 'fast-check';
import { ukCalendar, type UkNation } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { isClockError } from '../clock/result.js';
import { addDays, writeDay } from '../dates/civil-date.js';
import { explain, inLines } from '../explain/explain.js';
import { Almanac } from './almanac.js';
import { inputOf, randomCases } from './random-cases.js';
import { answered, holds } from './trying.js';

describe('properties of the clock, for every case', () => {
  it('answers the same in whatever order the facts were recorded', () => {
    holds([randomCases, fc.infiniteStream(fc.nat())], (randomCase, numbers) => {
      const input = inputOf(randomCase);
      const shuffled = [...input.events]
        .map(event => ({ event, place: numbers.next().value ?? 0 }))
        .sort((first, second) => first.place - second.place)
        .map(({ event }) => event);
      const other = { ...input, events: shuffled } as ClockInput;
      expect(explain(other)).toEqual(explain(input));
    });
  });

  it('answers the same when a fact is told twice', () => {
    holds([randomCases, fc.nat()], (randomCase, which) => {
      const input = inputOf(randomCase);
      const again = input.events[which % input.events.length];
      expect(clock({ ...input, events: [...input.events, again] } as ClockInput)).toEqual(clock(input));
    });
  });

  it('never gives a due date that is not a working day', () => {
    holds([randomCases], randomCase => {
      const answer = answered(inputOf(randomCase));
      const asOf =
        randomCase.asOfAfter === undefined
          ? undefined
          : writeDay(addDays(randomCase.receipt, randomCase.asOfAfter));
      const almanac = new Almanac(ukCalendar(randomCase.calendar as UkNation), asOf);
      const {
        dueDate,
        extendedDueDate,
        effectiveDueDate,
        conservativeDueDate,
        fallbackDueDate,
        extensionNoticeBy,
      } = answer;
      for (const date of [
        dueDate,
        extendedDueDate,
        effectiveDueDate,
        conservativeDueDate,
        fallbackDueDate,
        extensionNoticeBy,
      ]) {
        expect(date === null || almanac.isWorking(date)).toBe(true);
      }
    });
  });

  it('gives the extended period a later end than the month', () => {
    holds([randomCases], randomCase => {
      const { dueDate, extendedDueDate } = answered(inputOf(randomCase));
      if (dueDate !== null && extendedDueDate !== null) expect(extendedDueDate > dueDate).toBe(true);
    });
  });

  it('never plans later than the date that binds, nor sets the fallback after a due date', () => {
    holds([randomCases], randomCase => {
      const { dueDate, effectiveDueDate, planBy, fallbackDueDate } = answered(inputOf(randomCase));
      if (effectiveDueDate !== null) expect(planBy !== null && planBy <= effectiveDueDate).toBe(true);
      // Acts set aside can only shorten: without pauses a later relevant time never ends earlier, and a pause only adds.
      if (dueDate !== null) expect(fallbackDueDate !== null && fallbackDueDate <= dueDate).toBe(true);
    });
  });

  it('explains exactly what the clock answers', () => {
    holds([randomCases], randomCase => {
      const input = inputOf(randomCase);
      const explained = explain(input);
      expect('error' in explained ? explained : explained.result).toEqual(clock(input));
      if ('error' in explained) return;
      expect(inLines(explained.steps).split('\n')).toHaveLength(explained.steps.length);
      expect(
        explained.steps.every(
          ({ rule, cite, text }) => /^R\d+/.test(rule) && cite !== '' && text.endsWith('.'),
        ),
      ).toBe(true);
    });
  });

  it('never throws, whatever it is given', () => {
    const odd = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record(
        {
          right: fc.oneof(fc.constantFrom('access', 'erasure', 'toString'), fc.anything()),
          calendar: fc.oneof(fc.constantFrom('scotland', 'none', '__proto__'), fc.anything()),
          asOf: fc.oneof(fc.constant('2026-05-01'), fc.anything()),
          policy: fc.oneof(fc.constant(undefined), fc.dictionary(fc.string(), fc.anything())),
          events: fc.oneof(
            fc.anything(),
            fc.array(
              fc.record(
                {
                  type: fc.oneof(fc.constantFrom('received', 'id_requested', 'constructor'), fc.anything()),
                  date: fc.oneof(
                    fc.constantFrom('2026-03-02', '2199-12-31', '1900-01-01', '2026-02-30'),
                    fc.anything(),
                  ),
                  at: fc.oneof(
                    fc.constant(undefined),
                    fc.constantFrom('2026-03-02T10:00:00Z', '2026-03-02'),
                    fc.anything(),
                  ),
                },
                { requiredKeys: [] },
              ),
            ),
          ),
        },
        { requiredKeys: [] },
      ),
    );
    holds([odd], value => {
      const answer = clock(value as ClockInput);
      if (isClockError(answer)) expect([answer.error.message, answer.error.remedy]).not.toContain('');
      else expect(answer.state).toMatch(/^[A-Z_]+$/);
    });
  });
});
