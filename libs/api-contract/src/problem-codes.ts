import { refusalCodes, type RefusalCode } from '@duly/case';

/** What can go wrong in the API itself, beside what a case refuses. */
export const apiErrorCodes = [
  'malformed-json',
  'wrong-content-type',
  'body-too-large',
  'not-valid',
  'no-such-route',
  'not-signed-in',
  'not-permitted',
  'no-such-request',
  'no-such-case',
  'no-such-task',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'still-under-way',
  'not-yet-there',
  'right-already-there',
  'task-held',
  'task-ended',
  'erased',
  'database-away',
  'temporal-away',
  'sign-in-away',
  'stopping',
  'fault',
] as const;
export type ApiErrorCode = (typeof apiErrorCodes)[number];

export type ProblemCode = RefusalCode | ApiErrorCode;
export const problemCodes: readonly ProblemCode[] = [...apiErrorCodes, ...refusalCodes];

/** What may succeed a little later: these answers carry Retry-After, in seconds, and no others do. */
export const codesToRepeat = [
  'still-under-way',
  'not-yet-there',
  'database-away',
  'temporal-away',
  'sign-in-away',
  'stopping',
] as const satisfies readonly ApiErrorCode[];

/** The case's own state stands against it: read the case again. */
const conflict = 409;
/** The command itself must be written differently. */
const unprocessable = 422;

/** Every refusal and error, and the one HTTP status it has. Statuses of failures live nowhere else. */
export const problemStatuses: Readonly<Record<ProblemCode, number>> = {
  'malformed-json': 400,
  'wrong-content-type': 415,
  'body-too-large': 413,
  'not-valid': 400,
  'no-such-route': 404,
  'not-signed-in': 401,
  'not-permitted': 403,
  'no-such-request': 404,
  'no-such-case': 404,
  'no-such-task': 404,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': unprocessable,
  'still-under-way': conflict,
  'not-yet-there': 503,
  'right-already-there': conflict,
  'task-held': conflict,
  'task-ended': conflict,
  erased: 410,
  'database-away': 503,
  'temporal-away': 503,
  'sign-in-away': 503,
  stopping: 503,
  fault: 500,

  'case-closed': conflict,
  'case-open': conflict,
  'version-conflict': conflict,
  'receipt-in-future': unprocessable,
  'receipt-dates-differ': unprocessable,
  'receipt-missing': unprocessable,
  'not-a-date': unprocessable,
  'date-in-future': unprocessable,
  'date-before': unprocessable,
  'reasons-missing': unprocessable,
  'already-asked': conflict,
  'nothing-awaited': conflict,
  'nothing-to-judge': conflict,
  'nobody-acts-for-the-person': conflict,
  'nothing-to-refund': conflict,
  'assessment-missing': unprocessable,
  'amount-out-of-range': unprocessable,
  'not-for-this-right': conflict,
  'extension-too-late': conflict,
  'second-extension': conflict,
  'promised-date-out-of-range': unprocessable,
  'no-extension': conflict,
  'already-decided': conflict,
  'cannot-be-refused': conflict,
  'late-without-reason': unprocessable,
  'would-be-late': conflict,
  'nothing-unanswered': conflict,
  'too-early-to-abandon': conflict,
  'not-warned': conflict,
  'no-such-notice': conflict,
  'notice-already-given': conflict,
  'no-such-proposal': conflict,
  'already-proposed': conflict,
  'own-proposal': 403,
  'contradicts-facts': conflict,
  'nothing-to-complete': conflict,
  'duties-open': conflict,
  'calendar-moves-nothing': conflict,
  held: conflict,
  'same-right': conflict,
  'linked-to-itself': unprocessable,
  'already-linked': conflict,
  'not-linked': conflict,
};
