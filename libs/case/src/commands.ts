import type { CivilDate } from '@duly/law';
import type { Commanded, CommandedForRequest, Destroying, Happened, VerbTraits } from './commanded.js';
import {
  type AssessCompetence,
  competenceVerbs,
  type CompetenceCommand,
} from './duties/competence/commands.js';
import { type Dismiss, enquiryVerbs, type EnquiryCommand, type Promote } from './duties/enquiry/commands.js';
import { linkingVerbs, type LinkingCommand } from './duties/linking/commands.js';
import {
  rarerEndVerbs,
  type CannotIdentify,
  type RarerEndCommand,
  type RecordDeath,
} from './duties/rarer-ends/commands.js';
import { correctionVerbs, type CorrectionCommand } from './duties/correction/commands.js';
import { decisionVerbs, type DecisionCommand } from './duties/decision/commands.js';
import { erasureVerbs, type ErasureCommand } from './duties/erasure/commands.js';
import { recipientVerbs, type RecipientCommand } from './duties/recipients/commands.js';
import { restrictionVerbs, type RestrictionCommand } from './duties/restriction/commands.js';
import { searchVerbs, type SearchCommand } from './duties/search/commands.js';
import { weighingVerbs, type WeighingCommand } from './duties/weighing/commands.js';
import type {
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
  /** What is missing, told to the person at once; needed where the papers do not suffice. */
  readonly reasons?: WordsId;
}
export interface AskForAuthority extends CommandedForRequest {
  readonly verb: 'ask-for-authority';
  readonly words: WordsId;
}
export interface RecordAuthority extends CommandedForRequest, Happened {
  readonly verb: 'record-authority';
  readonly sufficient: boolean;
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
  /** `ask-set-aside`: it should not have been charged, so it moves the month no longer. */
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
}
export interface Answer extends Commanded {
  readonly verb: 'answer';
  readonly extent: Extent;
  readonly words: WordsId;
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
  readonly completes?: 'assess' | 'collect' | 'review';
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
  | SearchCommand
  | LinkingCommand
  | RarerEndCommand
  | EnquiryCommand
  | CompetenceCommand
  | CorrectionCommand
  | RecipientCommand
  | RestrictionCommand
  | WeighingCommand
  | DecisionCommand
  | ErasureCommand;

export type Verb = CaseCommand['verb'];
export type CommandOf<Name extends Verb> = Extract<CaseCommand, { readonly verb: Name }>;

/** Every verb; the compiler holds that none is forgotten. */
const everyVerb: Readonly<Record<Verb, VerbTraits>> = {
  'ask-for-identity': { request: true },
  'record-identity': { request: true },
  'judge-identity': { request: true },
  'ask-for-authority': { request: true },
  'record-authority': { request: true },
  'ask-for-fee': { request: false },
  'record-fee': { request: false },
  'refund-fee': { request: false, afterClosing: true },
  'ask-for-clarification': { request: false },
  'record-clarification': { request: false },
  'decline-clarification': { request: false },
  'extend-time': { request: false },
  refuse: { request: false },
  answer: { request: false },
  withdraw: { request: false },
  abandon: { request: false },
  'record-notice-given': { request: false, afterClosing: true },
  reopen: { request: false, afterClosing: true },
  'correct-receipt-date': { request: false },
  'remove-extension': { request: false },
  'add-note': { request: true, afterClosing: true },
  approve: { request: false },
  'decline-approval': { request: false },
  ...searchVerbs,
  ...linkingVerbs,
  ...rarerEndVerbs,
  ...enquiryVerbs,
  ...competenceVerbs,
  ...correctionVerbs,
  ...recipientVerbs,
  ...restrictionVerbs,
  ...weighingVerbs,
  ...decisionVerbs,
  ...erasureVerbs,
};

export const verbs = Object.keys(everyVerb) as readonly Verb[];

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
  | Promote
  | Dismiss;
export type RequestVerb = RequestCommand['verb'];

export function isRequestVerb(verb: Verb): verb is RequestVerb {
  return everyVerb[verb].request;
}
/** What is still possible when a case has closed. */
export function isAfterClosing(verb: Verb): boolean {
  return everyVerb[verb].afterClosing === true;
}
/** What erases or restricts data, and so waits while another case holds it (R49a). */
export function isDestroying(command: CaseCommand): command is CaseCommand & Destroying {
  return everyVerb[command.verb].destroys === true;
}
export const requestVerbs: readonly RequestVerb[] = verbs.filter(isRequestVerb);

/** The steps that a second person may have to approve. */
export type ApprovableCommand = AskForFee | ExtendTime | Refuse | Answer;
