import type { CivilDate } from '@duly/law';
import { cameBackLetters } from './came-back/letters.js';
import { calendarLetters } from './calendar-change/letters.js';
import { scheduleLetters } from './schedule/letters.js';
import { competenceLetters } from './duties/competence/letters.js';
import { enquiryLetters } from './duties/enquiry/letters.js';
import { takingBackLetters } from './duties/taking-back/letters.js';
import { escalationLetters } from './duties/escalation/letters.js';
import { linkingLetters } from './duties/linking/letters.js';
import { rarerEndLetters } from './duties/rarer-ends/letters.js';
import { approvalLetters } from './duties/approval/letters.js';
import { assessmentLetters } from './duties/assessment/letters.js';
import { complaintLetters } from './duties/complaint/letters.js';
import { correctionLetters } from './duties/correction/letters.js';
import { decisionLetters } from './duties/decision/letters.js';
import { erasureLetters } from './duties/erasure/letters.js';
import { feesLetters } from './duties/fees/letters.js';
import { marketingLetters } from './duties/marketing/letters.js';
import { recipientLetters } from './duties/recipients/letters.js';
import { restrictionLetters } from './duties/restriction/letters.js';
import { exemptionLetters } from './duties/exemptions/letters.js';
import { particularsLetters } from './duties/particulars/letters.js';
import { othersLetters } from './duties/others/letters.js';
import { peopleLetters } from './duties/people/letters.js';
import { portabilityLetters } from './duties/portability/letters.js';
import { searchLetters } from './duties/search/letters.js';
import { weighingLetters } from './duties/weighing/letters.js';
import type { CaseEvent, EventOf, EventType } from './events.js';
import {
  noLetters,
  toRequester,
  toStaff,
  type LetterKind,
  type LetterLevel,
  type LetterRecipient,
  type LetterRule,
} from './letter-rules.js';
import type { CaseId, CaseRight, RequestId } from './names.js';

/** From which day working days are counted, and how many. */
export interface PlannedFrom {
  readonly on: CivilDate;
  readonly workingDays: number;
}

/** What the post needs to send one letter. Names, addresses and words are looked up in the vault, only at rendering. */
export interface LetterOrder {
  readonly letterId: string;
  readonly level: LetterLevel;
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
  readonly caseId: CaseId;
  readonly requestId: RequestId;
  readonly reference: string;
  readonly run: number;
  /** What tells one letter of a kind to the same person from another: the request's occasion, or the event's number. */
  readonly occasion: string;
  readonly right: CaseRight;
  readonly receivedOn: CivilDate;
  /** Dates as they stood when it was decided; null where there is none. */
  readonly dueDate: CivilDate | null;
  readonly extendedDueDate: CivilDate | null;
  readonly planBy: CivilDate | null;
  /** In a letter that asks for something: the last day of the reasonable time to reply (R24). */
  readonly waitsUntil?: CivilDate;
  /** Not sent by this instant, a person is asked to send it by other means, and it is tried on; absent where nobody is asked (any more). */
  readonly otherMeansFrom?: string;
  /** A reminder to staff that waits for this moment, ISO 8601 UTC; absent of every letter that goes at once. */
  readonly notBefore?: string;
  /** Its moment lies so many working days after this day, and moves with a new public holiday. */
  readonly plannedFrom?: PlannedFrom;
  /** The event that decided it, with its own data (ground, amount, ids of words). */
  readonly decided: CaseEvent;
  /** The event it speaks of, where that is another: the ask that a reminder or a warning is about. */
  readonly about?: CaseEvent;
  /** What the case's duties have put on record and the letter tells beside; absent where there is nothing. */
  readonly tells?: readonly CaseEvent[];
}

/** What became of a letter. Only `accepted` counts as given. */
export interface LetterOutcome {
  readonly letterId: string;
  readonly outcome: 'accepted' | 'refused' | 'unknown' | 'to-be-posted';
  /** Civil date in Europe/London of the outcome, by the case's own time. */
  readonly on: CivilDate;
  readonly at: string;
}

/** The mail server does not take the letter now. It is tried on; that it was not sent so far is said once. */
export interface LetterDeferred extends Omit<LetterOutcome, 'outcome'> {
  readonly outcome: 'deferred';
}

/** What the post says of a letter. */
export type LetterReport = LetterOutcome | LetterDeferred;

/** Letters to staff: their outcome is kept by the post and makes no event. */
export function isToStaff({ recipient }: { readonly recipient: LetterRecipient }): boolean {
  return recipient === 'handler' || recipient === 'manager';
}

const lettersBy: Readonly<
  Record<
    Exclude<
      EventType,
      'RequestReceived' | 'EnquiryPromoted' | 'AnswerDecided' | 'ReminderDue' | 'SubjectDied'
    >,
    readonly LetterRule[]
  >
> = {
  IdentityAskDecided: toRequester('identity', 'request'),
  IdentityRequested: noLetters,
  IdentityReceived: noLetters,
  IdentityConfirmed: noLetters,
  IdentityInsufficient: toRequester('identity', 'request'),
  AuthorityAskDecided: toRequester('authority', 'request'),
  AuthorityRequested: noLetters,
  AuthorityReceived: noLetters,
  AuthorityInsufficient: toRequester('authority', 'request'),
  FeeAskDecided: toRequester('fee'),
  FeeRequested: noLetters,
  FeePaid: noLetters,
  ClarificationAskDecided: toRequester('clarification'),
  ClarificationRequested: noLetters,
  ClarificationReceived: noLetters,
  ClarificationDeclined: noLetters,
  ExtensionDecided: toRequester('extension'),
  TimeExtended: noLetters,
  ExtensionFellAway: noLetters,
  ExtensionRemoved: noLetters,
  RefusalDecided: toRequester('refusal'),
  RequestRefused: noLetters,
  RequestAnswered: noLetters,
  RequestWithdrawn: toRequester('withdrawal'),
  AbandonmentWarningDecided: toRequester('abandonment-warning'),
  AbandonmentWarned: noLetters,
  AbandonmentProposed: noLetters,
  AbandonmentDecided: toRequester('abandonment'),
  RequestAbandoned: noLetters,
  NoticeGiven: noLetters,
  NoticeNotGiven: noLetters,
  NoteAdded: noLetters,
  ReceiptDateCorrected: noLetters,
  StepProposed: noLetters,
  StepApproved: noLetters,
  StepDeclined: noLetters,
  CaseReopened: noLetters,
  TakenUpAfterClosing: noLetters,
  DueSoon: noLetters,
  AlarmRaised: [toStaff('alarm-to-handler', 'handler'), toStaff('alarm-to-manager', 'manager')],
  AlarmWithdrawn: noLetters,
  ...approvalLetters,
  ...assessmentLetters,
  ...complaintLetters,
  ...feesLetters,
  ...marketingLetters,
  ...searchLetters,
  ...exemptionLetters,
  ...particularsLetters,
  ...othersLetters,
  ...peopleLetters,
  ...portabilityLetters,
  ...calendarLetters,
  ...scheduleLetters,
  ...cameBackLetters,
  ...escalationLetters,
  ...takingBackLetters,
  ...linkingLetters,
  ...rarerEndLetters,
  ...enquiryLetters,
  ...competenceLetters,
  ...correctionLetters,
  ...recipientLetters,
  ...restrictionLetters,
  ...weighingLetters,
  ...decisionLetters,
  ...erasureLetters,
};

type Opened = Pick<EventOf<'RequestReceived'>, 'right' | 'people' | 'unlisted'>;

/** What confirms that a request has come: one letter for all rights that are answered alike, one of its own for each that is not. */
function confirming({ right, unlisted }: Opened): readonly LetterRule[] {
  if (right === 'complaint') return toRequester('complaint-acknowledgement');
  if (right === 'objection_direct_marketing') {
    // It would be false: nothing is stopped before the list knows the person by something (R61).
    return unlisted ? toRequester('acknowledgement') : toRequester('marketing-stopped');
  }
  return toRequester('acknowledgement', 'request');
}

/** Which event decides which letters. `received`: how the case began, with its right and who is named on the request beside the subject. */
export function letterRulesFor(event: CaseEvent, received: Opened): readonly LetterRule[] {
  const { right, people } = received;
  // It is acknowledged once it is a request: until then it would be told something that may be wrong.
  if (event.type === 'RequestReceived') return event.doubts === undefined ? confirming(received) : noLetters;
  if (event.type === 'EnquiryPromoted') return confirming(received);
  if (event.type === 'AnswerDecided') {
    // The copy goes where the person wants it; of portability the other controller has the data, and the person the letter (Art 20(2)).
    const toRecipient = people.recipient && right === 'access';
    return [{ kind: 'answer', recipient: toRecipient ? 'recipient' : 'requester', level: 'case' }];
  }
  if (event.type === 'SubjectDied') return people.requester ? toRequester('death') : noLetters;
  if (event.type === 'ReminderDue') {
    if (event.to === 'requester') return toRequester('reminder-to-requester');
    return event.to === 'manager'
      ? [toStaff('alarm-to-manager', 'manager')]
      : [toStaff('reminder-to-handler', 'handler')];
  }
  return lettersBy[event.type];
}
