import type { Calendars } from '../calendar/calendar.js';
import { ukCalendars } from '../calendar/uk-calendars.js';
import { answering, judgeCase } from '../clock/clock.js';
import type { ClockCase } from '../clock/facts.js';
import type { ClockInput } from '../clock/input.js';
import { readInput } from '../clock/read-input.js';
import type { ClockError, ClockResult } from '../clock/result.js';
import { listener, type Step } from './step.js';

/** What the clock answers, with every step that led to it. */
export interface ExplainedResult {
  readonly result: ClockResult;
  readonly steps: readonly Step[];
}

/** Judges a case that has been read, and keeps the steps. @throws WrongInput */
export function explainCase(clockCase: ClockCase): ExplainedResult {
  const ear = listener();
  const result = judgeCase(clockCase, ear);
  return { result, steps: ear.heard };
}

/** The same answer as {@link clock} gives, and how it was worked out, step by step, in the order of the reasoning. */
export function explain(input: ClockInput, calendars: Calendars = ukCalendars): ExplainedResult | ClockError {
  return answering(input, () => explainCase(readInput(input, calendars)));
}

/** The steps as text for people, one numbered line each, with rule and provision. */
export function inLines(steps: readonly Step[]): string {
  return steps.map(({ text, rule, cite }, index) => `${index + 1}. ${text} (${rule}; ${cite})`).join('\n');
}
