import { QueryFailedError } from 'typeorm';

/** What PostgreSQL answered to a statement that failed, without the statement's values: those never reach a log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    message: string,
    /** SQLSTATE, or the code of the socket's error. */
    readonly code: string | undefined,
    readonly constraint: string | undefined,
  ) {
    super(message);
  }
}

const textOf = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

/** Keeps the code and the words of an error of the driver, and drops its values. */
export function withoutValues(error: unknown): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null || cause instanceof DatabaseError) return cause;
  const [code, message] = [textOf(cause, 'code'), textOf(cause, 'message') ?? ''];
  const fromDriver = error instanceof QueryFailedError || code !== undefined || isLostConnection(message);
  return fromDriver ? new DatabaseError(message, code, textOf(cause, 'constraint')) : cause;
}

const isLostConnection = (message: string): boolean =>
  /connection terminated|connection ended|timeout exceeded when trying to connect|not queryable|query ?runner already released/i.test(
    message,
  );

/** Class 08 (connection), 57P (shut down, starting), 53300 (too many connections), and the socket's own. */
const awayCodes =
  /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/;

/** Whether PostgreSQL could not be asked at all; the same may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  const cause = withoutValues(error);
  return (
    cause instanceof DatabaseError &&
    (isLostConnection(cause.message) || (!!cause.code && awayCodes.test(cause.code)))
  );
}

/** Whether a row with the same key is already there. */
export const isAlreadyThere = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505';
