import type { ClockError, ClockErrorCode } from './result.js';

/** Carries one wrong input to the door of the clock, where it becomes an answer; never thrown past it. */
export class WrongInput extends Error {
  constructor(
    readonly code: ClockErrorCode,
    readonly field: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'WrongInput';
  }
}

const longestQuote = 40;

/** A wrong value for a message: short, and for whatever a caller of JavaScript may have passed (a cycle, a bigint). */
export function quoted(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value);
  }
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return 'An object';
  return String(value);
}

/** The answer to one wrong input. */
export function clockError(wrong: WrongInput, id: string | number | undefined): ClockError {
  return {
    ...(id === undefined ? {} : { id }),
    error: { code: wrong.code, field: wrong.field, message: wrong.message, remedy: wrong.remedy },
  };
}
