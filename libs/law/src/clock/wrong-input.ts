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

/** The answer to one wrong input. */
export function clockError(wrong: WrongInput, id: string | number | undefined): ClockError {
  return {
    ...(id === undefined ? {} : { id }),
    error: { code: wrong.code, field: wrong.field, message: wrong.message, remedy: wrong.remedy },
  };
}
