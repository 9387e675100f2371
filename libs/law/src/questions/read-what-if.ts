import type { ClarificationFact, ClockFact, ClockFactType } from '../clock/input.js';
import { isFactType, factTypeNames } from '../clock/read-fact.js';
import type { ClockError, ClockErrorCode } from '../clock/result.js';
import { readDay, writeDay, type CivilDate } from '../dates/civil-date.js';

const pattern = /^([a-z_]+)@(\d{4}-\d{2}-\d{2})(?::(.+))?$/;

function wrong(code: ClockErrorCode, message: string, remedy: string): ClockError {
  return { error: { code, field: 'what-if', message, remedy } };
}

function withFeeBasis(date: CivilDate, basis: string | undefined): ClockFact | ClockError {
  const type = 'fee_requested';
  if (basis === '12(5)' || basis === '15(3)') return { type, date, basis };
  return wrong(
    'MISSING',
    `The basis of the fee is missing in "${type}@${date}", and only one of the two moves the month (R23).`,
    `Write "${type}@${date}:12(5)" or "${type}@${date}:15(3)".`,
  );
}

function isClarification(type: ClockFactType): type is ClarificationFact['type'] {
  return type.startsWith('clarification_');
}

function withDetail(
  type: ClockFactType,
  date: CivilDate,
  detail: string | undefined,
): ClockFact | ClockError {
  if (type === 'fee_requested') return withFeeBasis(date, detail);
  if (detail === undefined) return { type, date };
  if (isClarification(type)) return { type, date, ref: detail };
  return wrong(
    'UNKNOWN_VALUE',
    `"${type}" takes nothing after its date, but ":${detail}" was given.`,
    `Write "${type}@${date}".`,
  );
}

/**
 * Reads one supposed fact: `extension_notified@2026-04-20`, `clarification_requested@2026-04-20:c1` (its ref),
 * `fee_requested@2026-04-20:12(5)` (its basis). An extension is supposed to state its reasons. Text that is none is answered with an error.
 */
export function readWhatIf(text: string): ClockFact | ClockError {
  const match = pattern.exec(text.trim());
  if (!match) {
    return wrong(
      'UNKNOWN_VALUE',
      `"${text}" is not something that could happen to a request.`,
      'Write what and when, as extension_notified@2026-04-20, or with a ref as clarification_requested@2026-04-20:c1.',
    );
  }
  const [, type, date, detail] = match;
  if (!isFactType(type)) {
    return wrong(
      'UNKNOWN_VALUE',
      `"${type ?? ''}" is not an event that the clock knows.`,
      `Use one of: ${factTypeNames.join(', ')}.`,
    );
  }
  const day = readDay(date ?? '');
  if (day === undefined) {
    return wrong(
      'NOT_A_DATE',
      `"${date ?? ''}" is not a date of the calendar.`,
      'Write YYYY-MM-DD, from 1900-01-01 to 2199-12-31.',
    );
  }
  return withDetail(type, writeDay(day), detail);
}
