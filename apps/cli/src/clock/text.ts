import { inLines, isClockError, readDay, withWeekday, type ClockError, type ClockResult } from '@duly/law';
import type { Answer, ExplainedAnswer } from './answer.js';

const named = (answer: { readonly id?: string | number | undefined }): string =>
  answer.id === undefined ? 'Case' : `Case ${answer.id}`;

function inPlainWords(date: string): string {
  const day = readDay(date);
  return day === undefined ? date : withWeekday(day);
}

function dueIn(answer: ClockResult): string {
  if (answer.effectiveDueDate !== null) return `due on ${inPlainWords(answer.effectiveDueDate)}`;
  return `no due date. ${answer.reason ?? ''}`.trim();
}

function steps(answer: ExplainedAnswer): string {
  return answer.steps && answer.steps.length > 0 ? `\n${inLines(answer.steps)}` : '';
}

function errorText({ error }: ClockError): string {
  const where = error.field === '' ? '' : `${error.field}: `;
  return `${where}${error.message} ${error.remedy}`;
}

function whatIf(
  answer: ExplainedAnswer & {
    readonly whatIf?: {
      assuming: readonly { type: string; date: string }[];
      answer: ExplainedAnswer | ClockError;
    };
  },
): string {
  if (!answer.whatIf) return '';
  const { assuming, answer: after } = answer.whatIf;
  const facts = assuming.map(({ type, date }) => `${type} on ${inPlainWords(date)}`).join(', ');
  return isClockError(after)
    ? `\n\nWith ${facts}: cannot be worked out. ${errorText(after)}`
    : `\n\nWith ${facts}: ${dueIn(after)} (${after.state})${steps(after)}`;
}

/** One case for people: what it is due on, then the steps that led there. */
export function inText(answer: Answer): string {
  if (isClockError(answer)) return `${named(answer)}: cannot be worked out. ${errorText(answer)}\n`;
  return `${named(answer)}: ${dueIn(answer)} (${answer.state})${steps(answer)}${whatIf(answer)}\n`;
}
