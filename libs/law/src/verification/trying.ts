import fc, { type Arbitrary } from 'fast-check';
import type { Calendars } from '../calendar/calendar.js';
import { ukCalendars } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import type { ClockInput, Right } from '../clock/input.js';
import { isClockError, type ClockResult } from '../clock/result.js';
import {
  inputOf,
  nations,
  receiptsUnderArticle12A,
  type PlacedFact,
  type RandomCase,
} from './random-cases.js';
import { propertyRuns } from './runs.js';

/** Holds a property for as many random values as this run tries. */
export const holds = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: Arbitrary<Values[Index]> },
  check: (...values: Values) => void,
): void => {
  fc.assert(fc.property(...arbitraries, check), { numRuns: propertyRuns });
};

export const dateFields = [
  'relevantDate',
  'dueDate',
  'extendedDueDate',
  'extensionNoticeBy',
  'conservativeExtensionNoticeBy',
  'effectiveDueDate',
  'conservativeDueDate',
  'fallbackDueDate',
  'planBy',
] as const;
type DateField = (typeof dateFields)[number];

export const datesOf = (
  result: ClockResult,
  fields: readonly DateField[] = dateFields,
): Partial<Record<DateField, string | null>> =>
  Object.fromEntries(fields.map(field => [field, result[field]]));

/** The clock's answer to a case that must have one; cases that end beyond the calendar are passed over. */
export function answered(input: ClockInput, calendars: Calendars = ukCalendars): ClockResult {
  const answer = clock(input, calendars);
  if (!isClockError(answer)) return answer;
  expect(answer.error.code).toBe('CALENDAR_HORIZON');
  fc.pre(false);
  throw new Error('A case that is passed over is not looked at.');
}

export const withFacts = (randomCase: RandomCase, ...facts: PlacedFact[]): ClockInput =>
  inputOf({ ...randomCase, facts: [...randomCase.facts, ...facts] });

/** A clarification asked and answered so many days after receipt. */
export const clarified = (from: number, to: number, ref = 'another'): PlacedFact[] => [
  { type: 'clarification_requested', after: from, fields: { ref } },
  { type: 'clarification_received', after: to, fields: { ref } },
];

/** Access requests that a clarification can pause. */
export const accessCases = (facts: Arbitrary<PlacedFact[]>): Arbitrary<RandomCase> =>
  fc.record({
    right: fc.constant<Right>('access'),
    calendar: fc.constantFrom(...nations),
    receipt: receiptsUnderArticle12A,
    facts,
    asOfAfter: fc.constant(undefined),
  });

export const isNoEarlier = (later: string | null, earlier: string | null): boolean =>
  later === null || (earlier !== null && later >= earlier);
