import type { CivilDate } from '../dates/civil-date.js';
import type { RulesetId } from '../rulesets/ruleset-ids.js';

/** In the order in which the first that holds is given (rules §4): closed, then what is awaited, then paused. */
export const clockStates = [
  'CLOSED_COMPLETED',
  'CLOSED_REFUSED',
  'CLOSED_WITHDRAWN',
  'CLOSED_ABANDONED',
  'CLOSED_DECEASED',
  'AWAITING_ID',
  'AWAITING_AUTHORITY',
  'AWAITING_FEE',
  'PAUSED_CLARIFICATION',
  'RUNNING',
] as const;
export type ClockState = (typeof clockStates)[number];

declare const unrolled: unique symbol;

/** A period's end before it has moved to a working day: never a due date (R13, R19). */
export type UnrolledDate = CivilDate & { readonly [unrolled]: true };

declare const rolled: unique symbol;

/** A date that the law itself gives: the last hour of this day ends the period (Reg 1182/71 Art 3). */
export type DueDate = CivilDate & { readonly [rolled]: true };

/** Every field that does not apply, or that cannot be given, is null; `reason` then says why. All dates are civil dates in Europe/London. */
export interface ClockResult {
  /** As the input had it. */
  readonly id?: string | number | undefined;
  readonly ruleset: RulesetId;
  /** The day of the relevant time, Art 12A(2); null while something it waits for is outstanding. */
  readonly relevantDate: CivilDate | null;
  /** Last day of the period without an extension. */
  readonly dueDate: DueDate | null;
  /** Last day if a valid extension is, or were, notified. */
  readonly extendedDueDate: DueDate | null;
  /** Last day on which an extension notice can validly be given. */
  readonly extensionNoticeBy: CivilDate | null;
  /** The same before it rolls to a working day: warn on it (D-4). */
  readonly conservativeExtensionNoticeBy: UnrolledDate | null;
  /** The date that binds: `extendedDueDate` under a valid extension, else `dueDate`. */
  readonly effectiveDueDate: DueDate | null;
  /** `effectiveDueDate` under the cautious answers to D-1, D-2 and D-7. */
  readonly conservativeDueDate: DueDate | null;
  /** The date if every ask and extension were set aside (R30). */
  readonly fallbackDueDate: DueDate | null;
  /** The day to work to: the earlier of effective and conservative, and of the fallback while an act is doubtful. */
  readonly planBy: CivilDate | null;
  /** Civil days after the relevant date that do not count, up to the effective due date. */
  readonly excludedDays: number | null;
  /** Days of the period counted before an outstanding clarification. */
  readonly countedDays: number | null;
  /** Days of the period still to count once an outstanding clarification is answered. */
  readonly remainingDays: number | null;
  readonly state: ClockState;
  /** Whether the answer or refusal was given on or before the date that bound; null while there is none. */
  readonly inTime: boolean | null;
  /** Null where no extension was notified. */
  readonly extensionValid: boolean | null;
  readonly acknowledgeBy: DueDate | null;
  /** Direct marketing stops on this day (Art 21(3)). */
  readonly stopProcessing: CivilDate | null;
  readonly refusable: boolean | null;
  readonly reason: string | null;
}

export const clockErrorCodes = [
  'NOT_JSON',
  'NOT_AN_OBJECT',
  'MISSING',
  'UNKNOWN_VALUE',
  'NOT_A_DATE',
  'NOT_AN_INSTANT',
  'INSTANT_OFF_DATE',
  'NOT_RECEIVED',
  'RECEIVED_TWICE',
  'BEFORE_RECEIPT',
  'RIGHT_NOT_COVERED',
  'CALENDAR_HORIZON',
] as const;
export type ClockErrorCode = (typeof clockErrorCodes)[number];

/** What was wrong with one input, where, and what to do about it. */
export interface ClockError {
  readonly id?: string | number;
  readonly error: {
    readonly code: ClockErrorCode;
    /** Path of the field, as `events[2].date`. */
    readonly field: string;
    readonly message: string;
    readonly remedy: string;
  };
}

/** Whether an answer of the library, from whichever of its doors, is the error. */
export function isClockError(answer: object): answer is ClockError {
  return 'error' in answer;
}
