import type { CivilDate } from '@duly/law';
import type { Commanded, CommandedForRequest, Happened } from './commanded.js';
import type { AssessCompetence, CompetenceCommand } from './duties/competence/commands.js';
import type { Dismiss, EnquiryCommand, Promote } from './duties/enquiry/commands.js';
import type { AssessmentCommand } from './duties/assessment/commands.js';
import type { ComplaintCommand } from './duties/complaint/commands.js';
import type { FeesCommand } from './duties/fees/commands.js';
import type { EscalationCommand } from './duties/escalation/commands.js';
import type { TakingBackCommand } from './duties/taking-back/commands.js';
import type { CompletedByNote } from './task-kinds.js';
import type { LinkingCommand } from './duties/linking/commands.js';
import type { MarketingCommand } from './duties/marketing/commands.js';
import type { CannotIdentify, RarerEndCommand, RecordDeath } from './duties/rarer-ends/commands.js';
import type { CorrectionCommand } from './duties/correction/commands.js';
import type { DecisionCommand } from './duties/decision/commands.js';
import type { ErasureCommand } from './duties/erasure/commands.js';
import type { RecipientCommand } from './duties/recipients/commands.js';
import type { RestrictionCommand } from './duties/restriction/commands.js';
import type { SearchCommand } from './duties/search/commands.js';
import type { WeighingCommand } from './duties/weighing/commands.js';
import type { ApplyExemption, ExemptionCommand } from './duties/exemptions/commands.js';
import type { ParticularsCommand } from './duties/particulars/commands.js';
import type { OthersCommand } from './duties/others/commands.js';
import type { NamePeople, PeopleCommand } from './duties/people/commands.js';
import type { PortabilityCommand } from './duties/portability/commands.js';
import type {
  Authority,
  CaseId,
  CaseOrigin,
  CaseRight,
  Channel,
  Extent,
  ExtensionGround,
  FeeAssessment,
  FeeBasis,
  PeopleNamed,
  RefusalGround,
  StaffId,
  StoppableChannel,
  WayGiven,
  WordsId,
} from './names.js';

/** Not an Update: it is judged before the case exists. Give `receivedOn`, or `receivedAt`, or both where they agree. */
export interface OpenCase {
  readonly verb: 'open';
  readonly by: StaffId;
  readonly right: CaseRight;
  readonly channel: Channel;
  readonly receivedOn?: CivilDate;
  readonly receivedAt?: string;
  readonly words: WordsId;
  readonly people: PeopleNamed;
  /** The letter was read before, and this was not seen in it. */
  readonly origin?: CaseOrigin;
  readonly reasons?: WordsId;
  /** Why it may be no request: then it is held as an enquiry, and its month runs all the same. */
  readonly doubts?: WordsId;
  /** A complaint may be about a case of ours; it needs none (R54). */
  readonly about?: CaseId;
  /** An objection to direct marketing covers every channel unless the person limits it (R61). */
  readonly stopFor?: readonly StoppableChannel[];
  /** Nothing is known by which the list of those who get no marketing could know the person (R61). */
  readonly unlisted?: true;
}

/** `doubts`: the reasonable doubts about identity (Art 12(6)); `words`: what is asked for, as the letter tells it. */
export interface AskForIdentity extends CommandedForRequest {
  readonly verb: 'ask-for-identity';
  readonly doubts: WordsId;
  readonly words: WordsId;
}
export interface RecordIdentity extends CommandedForRequest, Happened {
  readonly verb: 'record-identity';
}
export interface JudgeIdentity extends CommandedForRequest {
  readonly verb: 'judge-identity';
  readonly sufficient: boolean;
  /** What was shown; where the papers do not suffice what is missing, told to the person at once, and needed. */
  readonly reasons?: WordsId;
}
export interface AskForAuthority extends CommandedForRequest {
  readonly verb: 'ask-for-authority';
  readonly words: WordsId;
}
export interface RecordAuthority extends CommandedForRequest, Happened {
  readonly verb: 'record-authority';
  readonly sufficient: boolean;
  /** Needed of a parent, whose own papers are no word of the child's (R48). */
  readonly authority?: Authority;
  /** What was shown; where it does not suffice what is missing, told to whoever asks. */
  readonly reasons?: WordsId;
}
export interface AskForFee extends Commanded {
  readonly verb: 'ask-for-fee';
  readonly basis: FeeBasis;
  /** Pence, 1 to 1 000 000. */
  readonly amountPence: number;
  /** Needed for a fee under Art 12(5) (R49). */
  readonly assessment?: FeeAssessment;
  readonly reasons: WordsId;
}
export interface RecordFee extends Commanded, Happened {
  readonly verb: 'record-fee';
}
export interface RefundFee extends Commanded, Happened {
  readonly verb: 'refund-fee';
  /** The number of the event `FeeRequested`; without it, the fee that is awaited where it is set aside, else the first that was paid. */
  readonly ask?: number;
  /** `ask-set-aside`: it should not have been charged, so it moves the month no longer; paid or not. */
  readonly because: 'ask-set-aside' | 'other';
  readonly reasons: WordsId;
}
export interface AskForClarification extends Commanded {
  readonly verb: 'ask-for-clarification';
  readonly words: WordsId;
  /** Why it is reasonably required (Art 12A(5)). */
  readonly reasons: WordsId;
}
export interface RecordClarification extends Commanded, Happened {
  readonly verb: 'record-clarification';
  /** The number of the event `ClarificationRequested`; without it, every one that is not answered. */
  readonly ask?: number;
  readonly words?: WordsId;
}
export interface DeclineClarification extends Commanded, Happened {
  readonly verb: 'decline-clarification';
  readonly ask?: number;
}
export interface ExtendTime extends Commanded {
  readonly verb: 'extend-time';
  readonly ground: ExtensionGround;
  /** Art 12A(4)(b). Its absence is refused with the rule. */
  readonly reasons?: WordsId;
  readonly promisedDate?: CivilDate;
}
export interface Refuse extends Commanded {
  readonly verb: 'refuse';
  readonly extent: Extent;
  readonly ground: RefusalGround;
  readonly reasons?: WordsId;
  readonly reasonForLateness?: WordsId;
  /** Why it is refused although a duty of the right is not on record. What the ground rests on must be, whatever the reason. */
  readonly despite?: WordsId;
}
export interface Answer extends Commanded {
  readonly verb: 'answer';
  readonly extent: Extent;
  readonly words: WordsId;
  /** How the copy reaches the person: the letter tells them. An opaque id, kept beside the case. */
  readonly delivery?: string;
  readonly reasonForLateness?: WordsId;
  /** Why it is answered although a duty of the right is not on record yet. */
  readonly despite?: WordsId;
}
/** In the person's own words (R35). */
export interface Withdraw extends Commanded, Happened {
  readonly verb: 'withdraw';
  readonly words: WordsId;
}
export interface Abandon extends Commanded {
  readonly verb: 'abandon';
  readonly reasons: WordsId;
}
export interface RecordNoticeGiven extends Commanded, Happened {
  readonly verb: 'record-notice-given';
  /** The number of the event that decided the letter. */
  readonly decided: number;
  readonly how: Exclude<WayGiven, 'email'>;
  /** Why it was given late: decided in time, the letter may have come back. */
  readonly reasonForLateness?: WordsId;
}
/** Judged against a closed case; opens its next run. */
export interface Reopen extends Commanded {
  readonly verb: 'reopen';
  readonly reasons: WordsId;
}
export interface CorrectReceiptDate extends Commanded {
  readonly verb: 'correct-receipt-date';
  readonly receivedOn: CivilDate;
  readonly receivedAt?: string;
  readonly reasons: WordsId;
}
export interface RemoveExtension extends Commanded {
  readonly verb: 'remove-extension';
  readonly reasons: WordsId;
}
/** `completes` ends the named piece of work, and opens the next one. */
export interface AddNote extends CommandedForRequest {
  readonly verb: 'add-note';
  readonly words: WordsId;
  readonly completes?: CompletedByNote;
}
export interface Approve extends Commanded {
  readonly verb: 'approve';
  /** The number of the event `StepProposed`. */
  readonly proposal: number;
}
export interface DeclineApproval extends Commanded {
  readonly verb: 'decline-approval';
  readonly proposal: number;
  readonly reasons: WordsId;
}

/** Every command that an existing case can be given: one Update, and one verb of the API, each. */
export type CaseCommand =
  | AskForIdentity
  | RecordIdentity
  | JudgeIdentity
  | AskForAuthority
  | RecordAuthority
  | AskForFee
  | RecordFee
  | RefundFee
  | AskForClarification
  | RecordClarification
  | DeclineClarification
  | ExtendTime
  | Refuse
  | Answer
  | Withdraw
  | Abandon
  | RecordNoticeGiven
  | Reopen
  | CorrectReceiptDate
  | RemoveExtension
  | AddNote
  | Approve
  | DeclineApproval
  | AssessmentCommand
  | ComplaintCommand
  | FeesCommand
  | EscalationCommand
  | TakingBackCommand
  | LinkingCommand
  | RarerEndCommand
  | EnquiryCommand
  | CompetenceCommand
  | CorrectionCommand
  | RecipientCommand
  | RestrictionCommand
  | WeighingCommand
  | DecisionCommand
  | ErasureCommand
  | MarketingCommand
  | ExemptionCommand
  | ParticularsCommand
  | OthersCommand
  | PortabilityCommand
  | PeopleCommand
  | SearchCommand;

export type Verb = CaseCommand['verb'];
export type CommandOf<Name extends Verb> = Extract<CaseCommand, { readonly verb: Name }>;

/** The commands that a request is given once and that then reach each of its open cases. */
export type RequestCommand =
  | AskForIdentity
  | RecordIdentity
  | JudgeIdentity
  | AskForAuthority
  | RecordAuthority
  | AddNote
  | CannotIdentify
  | RecordDeath
  | AssessCompetence
  | NamePeople
  | Promote
  | Dismiss;
export type RequestVerb = RequestCommand['verb'];

/** The steps that weigh something against the request; no absolute right has them (R42). */
export type LimitingCommand = AskForFee | ExtendTime | Refuse | AssessmentCommand | FeesCommand;
export type LimitingVerb = LimitingCommand['verb'];

/** The steps that a second person may have to approve. */
export type ApprovableCommand =
  AskForFee | ExtendTime | Refuse | Answer | ApplyExemption | CannotIdentify | Dismiss;
