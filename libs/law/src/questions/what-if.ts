import type { Calendars } from '../calendar/calendar.js';
import { ukCalendars } from '../calendar/uk-calendars.js';
import { answering, judgeCase } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { readInput } from '../clock/read-input.js';
import type { ClockError, ClockResult } from '../clock/result.js';
import { nobody } from '../explain/step.js';
import { explainCase, type ExplainedResult } from '../explain/explain.js';
import { movesBetween, type DateMoved } from './dates-moved.js';

/** The answer as the facts stand, and as it would be if something more happened. */
export interface WhatIf {
  readonly before: ClockResult;
  readonly after: ClockResult;
  /** The steps of `after`: why the date would be what it would be. */
  readonly steps: ExplainedResult['steps'];
  readonly moved: readonly DateMoved[];
}

/**
 * "When would it be due if the identity arrived tomorrow, if extended today?" What is supposed may lie after `asOf`, which goes on hiding
 * everything else. Only facts that the right can have are accepted by the compiler; one that changes nothing is told so in a step.
 */
export function whatIf<Input extends ClockInput>(
  input: Input,
  facts: readonly Input['events'][number][],
  calendars: Calendars = ukCalendars,
): WhatIf | ClockError {
  return answering(input, () => {
    const before = judgeCase(readInput(input, calendars), nobody);
    const { result: after, steps } = explainCase(readInput(input, calendars, facts));
    return { before, after, steps, moved: movesBetween(before, after) };
  });
}
