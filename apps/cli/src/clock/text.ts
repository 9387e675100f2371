import {
  inLines,
  isClockError,
  toDay,
  withWeekday,
  type ClockError,
  type ClockFact,
  type ClockResult,
} from '@duly/law';
import type { Answer, ExplainedAnswer, SupposedAnswer } from './answer.js';

const named = ({ id }: { readonly id?: string | number | undefined }): string =>
  id === undefined ? 'Case' : `Case ${id}`;

function dueIn({ effectiveDueDate, reason, state }: ClockResult): string {
  if (effectiveDueDate !== null) return `due on ${withWeekday(toDay(effectiveDueDate))} (${state})`;
  return `no due date (${state}). ${reason ?? ''}`.trimEnd();
}

const stepsOf = ({ steps }: ExplainedAnswer): string =>
  steps && steps.length > 0 ? `\n${inLines(steps)}` : '';

function wrongIn({ error: { field, message, remedy } }: Pick<ClockError, 'error'>): string {
  return `cannot be worked out. ${field === '' ? '' : `${field}: `}${message} ${remedy}`;
}

const factInWords = ({ type, date }: ClockFact): string =>
  `${type.replace(/^id_/, 'identity_').replaceAll('_', ' ')} on ${withWeekday(toDay(date))}`;

function supposedIn(supposed: SupposedAnswer): string {
  const facts = supposed.assuming.map(factInWords).join(', ');
  const then =
    'error' in supposed ? wrongIn(supposed) : `${dueIn(supposed.answer)}${stepsOf(supposed.answer)}`;
  return `\n\nWhat if ${facts}: ${then}`;
}

/** One case for people: a heading with the due date, then the steps that led there, then what was supposed. */
export function inText(answer: Answer): string {
  if (isClockError(answer)) return `${named(answer)}: ${wrongIn(answer)}\n`;
  const supposed = answer.whatIf ? supposedIn(answer.whatIf) : '';
  return `${named(answer)}: ${dueIn(answer)}${stepsOf(answer)}${supposed}\n`;
}
