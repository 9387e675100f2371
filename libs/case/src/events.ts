import type { CivilDate } from '@duly/law';
import type { AlarmReason } from './alarm-reason.js';
import type { CompletedByNote } from './task-kinds.js';
import type { ApprovableCommand } from './commands.js';
import { cameBackEvents, type CameBackEvents } from './came-back/events.js';
import { calendarEvents, type CalendarEvents } from './calendar-change/events.js';
import { scheduleEvents, type Reminded, type ScheduleEvents } from './schedule/events.js';
import { competenceEvents, type CompetenceEvents } from './duties/competence/events.js';
import { enquiryEvents, type EnquiryEvents } from './duties/enquiry/events.js';
import { escalationEvents, type EscalationEvents } from './duties/escalation/events.js';
import { takingBackEvents, type TakingBackEvents } from './duties/taking-back/events.js';
import { linkingEvents, type LinkingEvents } from './duties/linking/events.js';
import { rarerEndEvents, type RarerEndEvents } from './duties/rarer-ends/events.js';
import { correctionEvents, type CorrectionEvents } from './duties/correction/events.js';
import { decisionEvents, type DecisionEvents } from './duties/decision/events.js';
import { erasureEvents, type ErasureEvents } from './duties/erasure/events.js';
import { recipientEvents, type RecipientEvents } from './duties/recipients/events.js';
import { restrictionEvents, type RestrictionEvents } from './duties/restriction/events.js';
import { approvalEvents, type ApprovalEvents } from './duties/approval/events.js';
import { assessmentEvents, type AssessmentEvents } from './duties/assessment/events.js';
import { complaintEvents, type ComplaintEvents } from './duties/complaint/events.js';
import { feesEvents, type FeesEvents } from './duties/fees/events.js';
import { marketingEvents, type MarketingEvents } from './duties/marketing/events.js';
import { exemptionEvents, type ExemptionEvents } from './duties/exemptions/events.js';
import { particularsEvents, type ParticularsEvents } from './duties/particulars/events.js';
import { othersEvents, type OthersEvents } from './duties/others/events.js';
import { peopleEvents, type PeopleEvents } from './duties/people/events.js';
import { portabilityEvents, type PortabilityEvents } from './duties/portability/events.js';
import { searchEvents, type SearchEvents } from './duties/search/events.js';
import { weighingEvents, type WeighingEvents } from './duties/weighing/events.js';
import type { EventHead } from './event-head.js';
import type { LetterKind, LetterRecipient } from './letter-rules.js';
import type {
  Authority,
  CaseOrigin,
  CaseId,
  CaseRight,
  Channel,
  Currency,
  Extent,
  ExtensionGround,
  FeeAssessment,
  FeeBasis,
  PeopleNamed,
  RefusalGround,
  StoppableChannel,
  WayGiven,
  WordsId,
} from './names.js';

/** What was asked for: the number of the event `…Requested`. */
interface Answering {
  readonly ask: number;
}
/** The event `…Decided` that this one carries out. */
type CarryingOut = Readonly<{ decided: number }>;
interface OfLetter extends CarryingOut {
  readonly letter: string;
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
}
type Occasioned = Readonly<{ occasion?: string }>;

/** The data of each type of event: enums, dates, numbers and opaque ids, never words. */
export interface EventData
  extends
    CompetenceEvents,
    EnquiryEvents,
    SearchEvents,
    CameBackEvents,
    CalendarEvents,
    ScheduleEvents,
    EscalationEvents,
    TakingBackEvents,
    LinkingEvents,
    RarerEndEvents,
    CorrectionEvents,
    RecipientEvents,
    RestrictionEvents,
    WeighingEvents,
    DecisionEvents,
    ErasureEvents,
    ApprovalEvents,
    AssessmentEvents,
    ComplaintEvents,
    FeesEvents,
    MarketingEvents,
    ExemptionEvents,
    ParticularsEvents,
    OthersEvents,
    PeopleEvents,
    PortabilityEvents {
  RequestReceived: {
    readonly right: CaseRight;
    readonly channel: Channel;
    readonly words: WordsId;
    readonly people: PeopleNamed;
    /** Not read in the letter at first: the case keeps the letter's date (R34). Absent of a right that was seen at once. */
    readonly origin?: CaseOrigin;
    /** Why it was added later. */
    readonly reasons?: WordsId;
    /** Why it may be no request (R46). */
    readonly doubts?: WordsId;
    /** The case that a complaint is about, where it is about one (R54). */
    readonly about?: CaseId;
    /** What an objection to marketing is limited to; without it every channel (R61). */
    readonly stopFor?: readonly StoppableChannel[];
    /** Of an objection to marketing: no address or number was known to put on the list (R61). */
    readonly unlisted?: true;
  };
  IdentityAskDecided: Occasioned & {
    readonly doubts: WordsId;
    readonly words: WordsId;
    /** R25: so late that the month may not wait for it. */
    readonly askedLate: boolean;
    /** R25: asked after the month had ended, or too late by policy: the letter promises no month. */
    readonly movesNothing?: true;
  };
  IdentityRequested: CarryingOut;
  IdentityReceived: Answering;
  /** `reasons`: what was shown. */
  IdentityConfirmed: Occasioned & { readonly received: number; readonly reasons?: WordsId };
  IdentityInsufficient: Occasioned & { readonly received: number; readonly reasons: WordsId };
  AuthorityAskDecided: Occasioned & { readonly words: WordsId; readonly movesNothing?: true };
  AuthorityRequested: CarryingOut;
  /** Without an ask it came of itself, and moves no date. `reasons`: what was shown. */
  AuthorityReceived: Partial<Answering> & { readonly authority?: Authority; readonly reasons?: WordsId };
  AuthorityInsufficient: Answering & Occasioned & { readonly reasons: WordsId };
  FeeAskDecided: {
    readonly basis: FeeBasis;
    /** In minor units of `currency`. */
    readonly amountPence: number;
    /** Absent: pounds sterling. */
    readonly currency?: Currency;
    readonly assessment?: FeeAssessment;
    readonly reasons: WordsId;
  };
  FeeRequested: CarryingOut & { readonly basis: FeeBasis };
  FeePaid: Answering;
  ClarificationAskDecided: { readonly words: WordsId; readonly reasons: WordsId };
  ClarificationRequested: CarryingOut;
  ClarificationReceived: Answering & { readonly words?: WordsId };
  ClarificationDeclined: Answering;
  ExtensionDecided: {
    readonly ground: ExtensionGround;
    readonly reasons: WordsId;
    readonly promisedDate?: CivilDate;
    /** The last day on which its notice can be given (R13). */
    readonly noticeBy: CivilDate | null;
    /** D-4: decided after the unrolled cut-off, on which it would be wise to have given the notice. */
    readonly isAfterUnrolledCutOff: boolean;
  };
  TimeExtended: CarryingOut;
  /** Its notice was not given by the cut-off: it extends nothing (R14). */
  ExtensionFellAway: CarryingOut & { readonly noticeBy: CivilDate };
  ExtensionRemoved: CarryingOut & { readonly reasons: WordsId };
  RefusalDecided: {
    readonly extent: Extent;
    readonly ground: RefusalGround;
    readonly reasons: WordsId;
    readonly reasonForLateness?: WordsId;
    /** Why it was refused although what the ground rests on, or a duty of the right, was not on record. */
    readonly despite?: WordsId;
  };
  RequestRefused: CarryingOut & { readonly extent: Extent };
  AnswerDecided: {
    readonly extent: Extent;
    readonly words: WordsId;
    readonly delivery?: string;
    readonly reasonForLateness?: WordsId;
    /** Why it was answered although a duty of the right was not on record. */
    readonly despite?: WordsId;
  };
  RequestAnswered: CarryingOut & { readonly extent: Extent };
  RequestWithdrawn: { readonly words: WordsId };
  AbandonmentWarningDecided: Answering & { readonly replyBy: CivilDate };
  AbandonmentWarned: CarryingOut;
  /** A person must now decide whether to close the case (R24). */
  AbandonmentProposed: Answering;
  AbandonmentDecided: { readonly reasons: WordsId };
  RequestAbandoned: CarryingOut;
  NoticeGiven: OfLetter & {
    readonly how: WayGiven;
    /** The day on which it was posted, where it counts later by the organisation's policy; the event's own day is the one that counts. */
    readonly postedOn?: CivilDate;
    /** Why it was given late, where its decision does not say. */
    readonly reasonForLateness?: WordsId;
  };
  /** Refused for good, unknown, to be posted, or not taken so far and tried on: it does not count as given. */
  NoticeNotGiven: OfLetter & {
    readonly outcome: 'refused' | 'unknown' | 'to-be-posted' | 'deferred';
  };
  NoteAdded: { readonly words: WordsId; readonly completes?: CompletedByNote };
  ReceiptDateCorrected: {
    readonly from: CivilDate;
    readonly receivedOn: CivilDate;
    readonly receivedAt?: string;
    readonly reasons: WordsId;
  };
  StepProposed: { readonly command: ApprovableCommand };
  StepApproved: { readonly proposal: number };
  StepDeclined: { readonly proposal: number; readonly reasons: WordsId };
  CaseReopened: { readonly reasons: WordsId; readonly previousHistory: string };
  TakenUpAfterClosing: { readonly previousHistory: string };
  DueSoon: { readonly forDate: CivilDate };
  ReminderDue: Reminded;
  AlarmRaised: {
    readonly forDate: CivilDate;
    readonly because: AlarmReason;
    /** The person was given a response on this day, and the case was reopened since. */
    readonly respondedOn?: CivilDate;
  };
  AlarmWithdrawn: { readonly forDate: CivilDate };
}

export type EventType = keyof EventData;
export type EventOf<Type extends EventType> = Type extends EventType
  ? EventHead & { readonly type: Type } & EventData[Type]
  : never;
export type CaseEvent = EventOf<EventType>;

/** Every type; the compiler holds that none is forgotten. */
const everyType: Readonly<Record<EventType, true>> = {
  RequestReceived: true,
  IdentityAskDecided: true,
  IdentityRequested: true,
  IdentityReceived: true,
  IdentityConfirmed: true,
  IdentityInsufficient: true,
  AuthorityAskDecided: true,
  AuthorityRequested: true,
  AuthorityReceived: true,
  AuthorityInsufficient: true,
  FeeAskDecided: true,
  FeeRequested: true,
  FeePaid: true,
  ClarificationAskDecided: true,
  ClarificationRequested: true,
  ClarificationReceived: true,
  ClarificationDeclined: true,
  ExtensionDecided: true,
  TimeExtended: true,
  ExtensionFellAway: true,
  ExtensionRemoved: true,
  RefusalDecided: true,
  RequestRefused: true,
  AnswerDecided: true,
  RequestAnswered: true,
  RequestWithdrawn: true,
  AbandonmentWarningDecided: true,
  AbandonmentWarned: true,
  AbandonmentProposed: true,
  AbandonmentDecided: true,
  RequestAbandoned: true,
  NoticeGiven: true,
  NoticeNotGiven: true,
  NoteAdded: true,
  ReceiptDateCorrected: true,
  StepProposed: true,
  StepApproved: true,
  StepDeclined: true,
  CaseReopened: true,
  TakenUpAfterClosing: true,
  DueSoon: true,
  ReminderDue: true,
  AlarmRaised: true,
  AlarmWithdrawn: true,
  ...approvalEvents,
  ...assessmentEvents,
  ...complaintEvents,
  ...feesEvents,
  ...marketingEvents,
  ...searchEvents,
  ...exemptionEvents,
  ...particularsEvents,
  ...othersEvents,
  ...peopleEvents,
  ...portabilityEvents,
  ...calendarEvents,
  ...scheduleEvents,
  ...cameBackEvents,
  ...escalationEvents,
  ...takingBackEvents,
  ...linkingEvents,
  ...rarerEndEvents,
  ...enquiryEvents,
  ...competenceEvents,
  ...correctionEvents,
  ...recipientEvents,
  ...restrictionEvents,
  ...weighingEvents,
  ...decisionEvents,
  ...erasureEvents,
};
export const eventTypes = Object.keys(everyType) as readonly EventType[];

export function isEvent<Type extends EventType>(event: CaseEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}
