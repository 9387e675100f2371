import type {
  AlarmReason,
  CaseOrigin,
  CaseRight,
  Channel,
  Extent,
  ExtensionGround,
  FeeAssessment,
  LetterKind as CaseLetterKind,
  RefusalGround,
} from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { DismissalData } from './enquiry.js';
import type { CannotIdentifyData, DeathData, ReclassificationData } from './rarer-ends.js';
import type { BesideAnswer, DisclosureTold, ExemptionTold } from './answer-data.js';
import type { Amount, OfCase, ToPerson } from './organisation.js';
import type { AnswerRecord } from './answer-record.js';
import type {
  DecisionExplainedData,
  RecipientsData,
  RecipientsUntoldData,
  RestrictionLiftingData,
} from './duties-data.js';
import type { AbsoluteRightsData } from './absolute-rights.js';
import type { ToStaff } from './to-staff.js';

export interface AcknowledgementData extends ToPerson {
  /** Every right of the request. */
  readonly rights: readonly [CaseRight, ...CaseRight[]];
  /** It was not seen in the letter at first. */
  readonly origin?: CaseOrigin;
  readonly channel: Channel;
  /** What was noted of a request that was spoken or made on social media, to be confirmed (R46). */
  readonly wordsNoted?: string;
  /** Null where no date can be given yet. */
  readonly dueDate: CivilDate | null;
  /** An objection to marketing by somebody of whom nothing is known to stop it by: it goes on until they or we say where it comes. */
  readonly unlisted?: true;
}

/** `waitUntil`: the day after which somebody decides whether to close (R24). */
/** Asked for too late to begin the month anew (R25). */
interface MayMoveNothing {
  readonly movesNothing?: boolean;
}

interface MayBeAwaited {
  readonly waitUntil?: CivilDate;
}

/** `again`: something came, but it does not suffice; `whatIsMissing` says why, and what is still needed. */
interface AskedAgain {
  readonly ask: 'again';
  readonly whatIsMissing: string;
}

/** `doubts`: the reasonable doubts, in words to the person (Art 12(6)). */
export type IdentityData = ToPerson &
  MayBeAwaited &
  MayMoveNothing &
  ({ readonly ask: 'first'; readonly doubts: string; readonly whatIsAsked: string } | AskedAgain);

/** Written to the person who acts for the subject. */
export type AuthorityData = ToPerson &
  MayBeAwaited &
  MayMoveNothing &
  ({ readonly ask: 'first'; readonly whatIsAsked: string } | AskedAgain);

/** Without `howToPay` the person is told whom to ask. */
export type FeeData = OfCase &
  MayBeAwaited & {
    readonly amount: Amount;
    readonly reasons: string;
    /** How it was calculated, where an estimate says so. */
    readonly calculation?: string;
    /** What the calculation comes to, where less is asked for. */
    readonly estimated?: Amount;
    readonly howToPay?: string;
  } & (
    | { readonly basis: '12(5)'; readonly assessment: FeeAssessment }
    | { readonly basis: '15(3)'; readonly dueDate: CivilDate | null }
  );

export interface FeeRefundData extends OfCase {
  /** It was set aside before it was paid: there is nothing to pay back. */
  readonly isUnpaid?: boolean;
  readonly amount?: Amount;
  readonly reasons: string;
}

export interface ClarificationData extends OfCase, MayBeAwaited {
  readonly whatIsAsked: string;
  /** Why we reasonably require it (Art 12A(5)). */
  readonly reasons: string;
}

export interface ExtensionData extends OfCase {
  readonly ground: ExtensionGround;
  readonly reasons: string;
  /** The last day before the extension; null while something is awaited. */
  readonly dueDate: CivilDate | null;
  /** The last day of the three months (Art 12A(3)); null while something is awaited. */
  readonly extendedDueDate: CivilDate | null;
  /** An earlier day by which we say that we will answer. */
  readonly promisedOn?: CivilDate;
}

export interface RefusalData extends OfCase {
  readonly extent: Extent;
  readonly ground: RefusalGround;
  /** Where refused in part, without `whatIsRefused`: also which part. */
  readonly reasons: string;
  readonly whatIsRefused?: string;
  readonly exemptions?: readonly ExemptionTold[];
  /** Given after the last day: the reason. */
  readonly lateBecause?: string;
}

export interface AnswerData extends OfCase, BesideAnswer {
  readonly extent: Extent;
  /** What we did, and what comes with this letter. */
  readonly whatWeDid: string;
  /** What the case's record adds to it. */
  readonly record?: AnswerRecord;
  /** What is left out, and why; not needed where a refusal of the rest has its own letter. */
  readonly whatIsLeftOut?: string;
  /** Given after the last day: the reason. */
  readonly lateBecause?: string;
}

/** The copy once more, by a new link, or by another way than the answer said. */
export interface DisclosureData extends OfCase {
  readonly disclosure: DisclosureTold;
}

/** What became of the data that was to go straight to another controller (UK GDPR Art 20(2)). */
export interface TransferData extends OfCase {
  /** The other controller, as people call it. */
  readonly receiver: string;
  /** `received`: it has proved that it has it. `offered`: not so far, so the person is offered the copy. */
  readonly told: 'received' | 'offered';
  /** By when the whole answer comes; null where no date is known. */
  readonly dueDate: CivilDate | null;
}

export interface WithdrawalData extends OfCase {
  readonly withdrawnOn: CivilDate;
}

/** `what-identifies`: more to find their data by, where we cannot tell which data are theirs (UK GDPR Art 11(2)). */
export type Awaited = 'identity' | 'what-identifies' | 'authority' | 'fee' | 'clarification';

interface Waiting extends OfCase {
  readonly awaited: Awaited;
  readonly askedOn: CivilDate;
  /** The words of the ask, where it had any. */
  readonly whatIsAsked?: string;
}

export type ReminderToRequesterData = Waiting & MayBeAwaited;

export interface AbandonmentWarningData extends Waiting {
  /** The day after whose end the request may be closed. */
  readonly closeAfter: CivilDate;
}

export interface AbandonmentData extends Waiting {
  readonly closedOn: CivilDate;
}

export interface ClosureData extends OfCase {
  readonly closedOn: CivilDate;
  readonly outcome: 'answered' | 'refused' | 'withdrawn' | 'abandoned';
}

export interface ReminderToHandlerData extends ToStaff {
  /** The legal date; null while there is none. */
  readonly dueDate: CivilDate | null;
  /** The day to work to. */
  readonly planBy: CivilDate | null;
}

export interface AlarmToHandlerData extends ToStaff {
  /** `extension-fell-away`: its notice was not given in time (R14); `date-moved-earlier`: by a change of the holidays (R20); `notice-came-back`: not given again (R30). */
  readonly because: AlarmReason;
  /** The legal date that binds. */
  readonly dueDate: CivilDate;
  /** A response was given on this day, and the case was reopened since. */
  readonly respondedOn?: CivilDate;
}

export interface AlarmToManagerData extends AlarmToHandlerData {
  /** The handler's name; absent where nobody has claimed the case. */
  readonly handler?: string;
}

/** `closure` confirms an end that no other letter told. */
export type LetterKind = CaseLetterKind | 'closure';

/** What each kind of letter is written from. */
export interface LetterData
  extends
    Readonly<Record<Exclude<LetterKind, keyof AbsoluteRightsData>, ToPerson | ToStaff>>,
    AbsoluteRightsData {
  readonly acknowledgement: AcknowledgementData;
  readonly identity: IdentityData;
  readonly authority: AuthorityData;
  readonly fee: FeeData;
  readonly 'fee-refund': FeeRefundData;
  readonly clarification: ClarificationData;
  readonly extension: ExtensionData;
  readonly refusal: RefusalData;
  readonly answer: AnswerData;
  readonly withdrawal: WithdrawalData;
  readonly 'abandonment-warning': AbandonmentWarningData;
  readonly abandonment: AbandonmentData;
  readonly 'cannot-identify': CannotIdentifyData;
  readonly death: DeathData;
  readonly reclassification: ReclassificationData;
  readonly dismissal: DismissalData;
  readonly 'enquiry-overdue': ReminderToHandlerData;
  readonly closure: ClosureData;
  readonly 'reminder-to-requester': ReminderToRequesterData;
  readonly 'reminder-to-handler': ReminderToHandlerData;
  readonly 'alarm-to-handler': AlarmToHandlerData;
  readonly 'alarm-to-manager': AlarmToManagerData;
  readonly recipients: RecipientsData;
  readonly 'recipients-untold': RecipientsUntoldData;
  readonly 'restriction-lifting': RestrictionLiftingData;
  readonly 'decision-explained': DecisionExplainedData;
  readonly disclosure: DisclosureData;
  readonly transfer: TransferData;
}
