import type { OpenCalendar } from '../calendar/calendar.js';
import type { Day } from '../dates/civil-date.js';
import type { Duty, Precondition, Ruleset } from '../rulesets/ruleset.js';
import type { ClosingType, ReceiptFact, Right } from './input.js';
import type { Policy } from './policy.js';

/** The controller asked for something that the relevant time may wait for. */
export interface Ask {
  readonly of: Precondition;
  readonly on: Day;
  /** Identity only: reasonable doubts (Art 12(6)); a blanket ask moves nothing. */
  readonly reasonableDoubts: boolean;
  /** Fee only: Art 15(3) further copies, not Art 12(5). */
  readonly furtherCopies: boolean;
  readonly doubtful: boolean;
}

/** Something asked for arrived. What does not suffice has not arrived (R21). */
export interface Arrival {
  readonly of: Precondition;
  readonly on: Day;
  readonly sufficient: boolean;
  readonly doubtful: boolean;
}

export interface ClarificationAsk {
  readonly ref: string;
  readonly on: Day;
  readonly doubtful: boolean;
}

/** Answered, or declined: either ends the pause that day (R29). */
export interface ClarificationAnswer {
  readonly ref: string;
  readonly on: Day;
  readonly declined: boolean;
  readonly doubtful: boolean;
}

export interface ExtensionNotice {
  readonly on: Day;
  readonly reasons: boolean;
  readonly doubtful: boolean;
}

export interface Closing {
  readonly type: ClosingType;
  readonly on: Day;
}

/** A receipt that begins a clock of its own: a complaint about this request, the request a complaint is about (R50, R54). */
export interface OtherReceipt {
  readonly type: ReceiptFact['type'];
  readonly on: Day;
}

/** An act of the controller that may move a date, if it has effect. */
export type Act =
  | { readonly kind: 'ask'; readonly on: Day; readonly act: Ask }
  | { readonly kind: 'clarification'; readonly on: Day; readonly act: ClarificationAsk }
  | { readonly kind: 'extension'; readonly on: Day; readonly act: ExtensionNotice };

/** The facts that stand on a day, sorted by day, each kind for itself; the order of recording is gone. */
export interface Facts {
  readonly receipt: Day;
  readonly asks: readonly Ask[];
  readonly arrivals: readonly Arrival[];
  readonly clarificationAsks: readonly ClarificationAsk[];
  readonly clarificationAnswers: readonly ClarificationAnswer[];
  readonly extensionNotices: readonly ExtensionNotice[];
  /** By day; of one day in the order of the states. */
  readonly closings: readonly Closing[];
  readonly otherReceipts: readonly OtherReceipt[];
  /** The asks, clarifications and notices again, in the order of their days; on one day in that order. */
  readonly acts: readonly Act[];
}

/** All that the clock judges by. */
export interface ClockCase {
  readonly id: string | number | undefined;
  readonly right: Right;
  readonly ruleset: Ruleset;
  /** Undefined where the law knew no such duty on the day of receipt. */
  readonly duty: Duty | undefined;
  readonly noDuty: string | undefined;
  readonly calendar: OpenCalendar;
  readonly asOf: Day | undefined;
  readonly policy: Policy;
  readonly facts: Facts;
}
