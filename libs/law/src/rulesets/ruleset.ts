import type { CivilDate } from '../dates/civil-date.js';
import type { ReceiptFact, Right } from '../clock/input.js';
import type { RulesetId } from './ruleset-ids.js';

/** A length of time as a statute states it. The day from which it is counted is not itself counted. */
export interface Period {
  readonly count: number;
  readonly unit: 'month' | 'week' | 'day' | 'working_day';
  /** The provision that sets it. */
  readonly cite: string;
}

/** What the relevant time may wait for (UK GDPR Art 12A(2)). */
export type Precondition = 'identity' | 'authority' | 'fee';

export interface Extension {
  /** The rule of the book that allows it: R12, R71. */
  readonly rule: string;
  /** The whole period from the same start, never an addition to a date (R12, R19). */
  readonly within: Period;
  /** By when the notice must be given (R13). */
  readonly noticeWithin: Period;
  readonly noticeCountsFrom: 'relevant_time' | 'receipt';
}

/** Who or what may stop the clock. */
export type PauseRule =
  | 'none'
  /** Art 12A(5): both end days excluded. */
  | 'clarification'
  /** Guidance before Art 12A: only by policy (D-12). */
  | 'clarification_by_guidance'
  /** EDPB Guidelines 01/2022 §5.3: only by policy. */
  | 'identity_and_clarification_by_guidance';

/** The clock of one right under one ruleset. */
export interface Duty {
  /** The rule of the book that sets its period: R11, R50, R57, R71. */
  readonly rule: string;
  readonly startsWith: ReceiptFact['type'];
  readonly answerWithin: Period;
  readonly roll: 'next_working_day' | 'none_stated';
  /** Where the law says from when the period runs. */
  readonly startCite: string;
  /** Where the law or guidance says that receipt counts on any day, a weekend or a holiday too (R16). */
  readonly anyDayCite: string;
  readonly waitsFor: readonly Precondition[];
  /** Where the law or guidance says that the period begins when it arrives; or that it does not wait. */
  readonly waitsCite: Readonly<Record<Precondition, string>>;
  readonly pausedBy: PauseRule;
  /** Where the law or guidance says that the clock stops. */
  readonly pauseCite: string;
  readonly extension: Extension | null;
  readonly acknowledgeWithin: Period | null;
  /** True where the dated duty is to confirm receipt, and the outcome itself has no date (DPA 2018 s.164A(3)–(4); R50, R52). */
  readonly isAcknowledgement: boolean;
  /** The act asked for must stop on the day of receipt (Art 21(3)). */
  readonly stopsAtOnce: boolean;
  /** Null where there is nothing to refuse (a complaint, a consultation). */
  readonly refusable: boolean | null;
}

/** The duties for what was received from one day on. */
export interface Edition {
  readonly receivedFrom: CivilDate | null;
  readonly duties: Readonly<Partial<Record<Right, Duty>>>;
  /** Why there is no statutory duty for what was received in this time. */
  readonly noDuty?: string;
}

/** One jurisdiction's law, as dated data. Append-only: a new law is a new edition or a new ruleset. */
export interface Ruleset {
  readonly id: RulesetId;
  readonly jurisdiction: string;
  readonly law: string;
  /** The days of receipt for which this ruleset is the law; outside them an explicit choice is answered with a caveat. */
  readonly appliesTo: { readonly from?: CivilDate; readonly before?: CivilDate };
  /** In order of `receivedFrom`. */
  readonly editions: readonly [Edition, ...Edition[]];
}

/** The same provision for whatever could be asked for. */
export function citedFor(cite: string): Readonly<Record<Precondition, string>> {
  return { identity: cite, authority: cite, fee: cite };
}

/** What a duty is where its ruleset says no more than a period. */
export const plainDuty = {
  rule: 'R11',
  startsWith: 'received',
  roll: 'none_stated',
  startCite: 'the period runs from receipt',
  anyDayCite: 'the period runs from receipt',
  waitsFor: [],
  waitsCite: citedFor('the period runs from receipt'),
  pausedBy: 'none',
  pauseCite: 'nothing stops this clock',
  extension: null,
  acknowledgeWithin: null,
  isAcknowledgement: false,
  stopsAtOnce: false,
  refusable: true,
} as const satisfies Partial<Duty>;
