import {
  clock,
  explain,
  isClockError,
  type Calendars,
  type ClockError,
  type ClockInput,
  type ClockResult,
  type Step,
} from '@duly/law';
import type { Hypothesis } from './hypothesis.js';
import type { InputRecord } from './record-splitter.js';

export interface Asking {
  readonly calendars: Calendars;
  readonly explain: boolean;
  readonly hypotheses: readonly Hypothesis[];
}

/** What the dates would be with some facts more. `changes`: each field that differs, as [before, after]. */
export interface WhatIf {
  readonly assuming: readonly Hypothesis[];
  readonly answer: ExplainedAnswer | ClockError;
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

export type ExplainedAnswer = ClockResult & { readonly steps?: readonly Step[] };
export type Answer = (ExplainedAnswer & { readonly whatIf?: WhatIf }) | ClockError;

/** The record of a text that is not JSON; `field` tells the line, as the record has no fields of its own. */
export function notJson(
  record: Extract<InputRecord, { brokenAt: unknown }>,
  file: string | undefined,
): ClockError {
  const { line, brokenAt } = record;
  const where =
    brokenAt === 'end'
      ? 'the input ends before it does'
      : `it goes wrong at line ${brokenAt.line}, column ${brokenAt.column}`;
  return {
    error: {
      code: 'NOT_JSON',
      field: file === undefined ? `line ${line}` : `${file} line ${line}`,
      message: `This record is not JSON: ${where}.`,
      remedy:
        'Write one JSON object a line; names and texts in double quotes, no comma after the last field, nothing after the object.',
    },
  };
}

function judge(input: unknown, { calendars, explain: withSteps }: Asking): ExplainedAnswer | ClockError {
  // The clock checks every field itself; only its type for callers who write TypeScript asks for more.
  const unchecked = input as ClockInput;
  if (!withSteps) return clock(unchecked, calendars);
  const explained = explain(unchecked, calendars);
  return 'error' in explained ? explained : { ...explained.result, steps: explained.steps };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function supposing(input: unknown, hypotheses: readonly Hypothesis[]): unknown {
  if (!isObject(input) || !Array.isArray(input['events'])) return input;
  return { ...input, events: [...(input['events'] as unknown[]), ...hypotheses] };
}

function changesBetween(before: ExplainedAnswer, after: ExplainedAnswer): WhatIf['changes'] {
  const was: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => field !== 'steps' && was[field] !== value)
      .map(([field, value]) => [field, [was[field], value]]),
  );
}

/** The clock's answer to one input, with the steps and the supposed facts that were asked for. */
export function answer(input: unknown, asking: Asking): Answer {
  const before = judge(input, asking);
  if (asking.hypotheses.length === 0 || isClockError(before)) return before;
  const after = judge(supposing(input, asking.hypotheses), asking);
  const changes = isClockError(after) ? {} : changesBetween(before, after);
  return { ...before, whatIf: { assuming: asking.hypotheses, answer: after, changes } };
}
