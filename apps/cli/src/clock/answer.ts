import {
  clock,
  explain,
  isClockError,
  whatIf,
  type Calendars,
  type ClockError,
  type ClockFact,
  type ClockInput,
  type ClockResult,
  type Step,
  type WhatIf,
} from '@duly/law';
import type { InputRecord } from './record-splitter.js';

export interface Asking {
  readonly calendars: Calendars;
  readonly explain: boolean;
  readonly supposed: readonly ClockFact[];
}

export type ExplainedAnswer = ClockResult & { readonly steps?: readonly Step[] };

/** What the dates would be with some facts more: the whole answer then, and each date that moves; or why it cannot be told. */
export type SupposedAnswer = { readonly assuming: readonly ClockFact[] } & (
  { readonly answer: ExplainedAnswer; readonly moved: WhatIf['moved'] } | Pick<ClockError, 'error'>
);

export type Answer = (ExplainedAnswer & { readonly whatIf?: SupposedAnswer }) | ClockError;

/** The answer to a text that is not JSON; `field` tells the line, as the record has no fields of its own. */
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
        'Write one JSON object a line: names and texts in double quotes, no comma after the last field, nothing after the object.',
    },
  };
}

function judge(input: ClockInput, { calendars, explain: withSteps }: Asking): ExplainedAnswer | ClockError {
  if (!withSteps) return clock(input, calendars);
  const explained = explain(input, calendars);
  return 'error' in explained ? explained : { ...explained.result, steps: explained.steps };
}

function supposing(input: ClockInput, { supposed, calendars, explain: withSteps }: Asking): SupposedAnswer {
  const answer = whatIf<ClockInput>(input, supposed, calendars);
  if ('error' in answer) return { assuming: supposed, error: answer.error };
  const { after, steps, moved } = answer;
  return { assuming: supposed, answer: withSteps ? { ...after, steps } : after, moved };
}

/** The clock's answer to one input that nobody has checked, with the steps and the supposed facts that were asked for. */
export function answer(unchecked: unknown, asking: Asking): Answer {
  // The clock checks every field itself; only its type, for callers who write TypeScript, asks for more.
  const input = unchecked as ClockInput;
  const stands = judge(input, asking);
  if (asking.supposed.length === 0 || isClockError(stands)) return stands;
  return { ...stands, whatIf: supposing(input, asking) };
}
