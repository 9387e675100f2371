import type { CivilDate } from '@duly/law';
import type { CaseEvent, EventType } from './events.js';
import type { CaseId, CaseRight, RequestId } from './names.js';

/** Every message that a case sends to a person. */
export const letterKinds = [
  'acknowledgement',
  'identity',
  'authority',
  'fee',
  'fee-refund',
  'clarification',
  'extension',
  'refusal',
  'answer',
  'withdrawal',
  'abandonment-warning',
  'abandonment',
  'reminder-to-requester',
  'reminder-to-handler',
  'alarm-to-handler',
  'alarm-to-manager',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** `requester`: whoever wrote to us, the subject where nobody asks on their behalf; `recipient`: who is to have the answer. */
export const letterRecipients = ['requester', 'recipient', 'handler', 'manager'] as const;
export type LetterRecipient = (typeof letterRecipients)[number];

/** A letter of the request is sent once for all its cases; one of the case is the case's own. */
export type LetterLevel = 'request' | 'case';

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
  /** The event that decided it, with its own data (ground, amount, ids of words). */
  readonly decided: CaseEvent;
  /** The event it speaks of, where that is another: the ask that a reminder or a warning is about. */
  readonly about?: CaseEvent;
}

/** What became of a letter. Only `accepted` counts as given. */
export interface LetterOutcome {
  readonly letterId: string;
  readonly outcome: 'accepted' | 'refused' | 'unknown' | 'to-be-posted';
  /** Civil date in Europe/London of the outcome, by the case's own time. */
  readonly on: CivilDate;
  readonly at: string;
}

export interface LetterRule {
  readonly kind: LetterKind;
  readonly recipient: LetterRecipient;
  readonly level: LetterLevel;
}

/** Letters to staff: their outcome is kept by the post and makes no event. */
export function isToStaff({ recipient }: { readonly recipient: LetterRecipient }): boolean {
  return recipient === 'handler' || recipient === 'manager';
}

const toRequester = (kind: LetterKind, level: LetterLevel = 'case'): readonly LetterRule[] => [
  { kind, recipient: 'requester', level },
];
const toStaff = (kind: LetterKind, recipient: 'handler' | 'manager'): LetterRule => ({
  kind,
  recipient,
  level: 'case',
});
const none: readonly LetterRule[] = [];

const lettersBy: Readonly<
  Record<Exclude<EventType, 'AnswerDecided' | 'ReminderDue'>, readonly LetterRule[]>
> = {
  RequestReceived: toRequester('acknowledgement', 'request'),
  IdentityAskDecided: toRequester('identity', 'request'),
  IdentityRequested: none,
  IdentityReceived: none,
  IdentityConfirmed: none,
  IdentityInsufficient: toRequester('identity', 'request'),
  AuthorityAskDecided: toRequester('authority', 'request'),
  AuthorityRequested: none,
  AuthorityReceived: none,
  AuthorityInsufficient: toRequester('authority', 'request'),
  FeeAskDecided: toRequester('fee'),
  FeeRequested: none,
  FeePaid: none,
  FeeRefunded: toRequester('fee-refund'),
  ClarificationAskDecided: toRequester('clarification'),
  ClarificationRequested: none,
  ClarificationReceived: none,
  ClarificationDeclined: none,
  ExtensionDecided: toRequester('extension'),
  TimeExtended: none,
  ExtensionFellAway: none,
  ExtensionRemoved: none,
  RefusalDecided: toRequester('refusal'),
  RequestRefused: none,
  RequestAnswered: none,
  RequestWithdrawn: toRequester('withdrawal'),
  AbandonmentWarningDecided: toRequester('abandonment-warning'),
  AbandonmentWarned: none,
  AbandonmentProposed: none,
  AbandonmentDecided: toRequester('abandonment'),
  RequestAbandoned: none,
  NoticeGiven: none,
  NoticeNotGiven: none,
  NoteAdded: none,
  ReceiptDateCorrected: none,
  StepProposed: none,
  StepApproved: none,
  StepDeclined: none,
  CaseReopened: none,
  DueSoon: none,
  AlarmRaised: [toStaff('alarm-to-handler', 'handler'), toStaff('alarm-to-manager', 'manager')],
  AlarmWithdrawn: none,
};

/** Which event decides which letters. `hasRecipient`: somebody else than the requester is to have the answer. */
export function letterRulesFor(event: CaseEvent, hasRecipient: boolean): readonly LetterRule[] {
  if (event.type === 'AnswerDecided') {
    return [{ kind: 'answer', recipient: hasRecipient ? 'recipient' : 'requester', level: 'case' }];
  }
  if (event.type === 'ReminderDue') {
    return event.to === 'requester'
      ? toRequester('reminder-to-requester')
      : [toStaff('reminder-to-handler', 'handler')];
  }
  return lettersBy[event.type];
}
