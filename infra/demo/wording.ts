import type { TimelineEvent } from './life.js';

/** `2036-04-30` → `30 April 2036`. */
export function inFull(date: string | null): string {
  if (date === null) return 'none yet';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** What is told of an event; undefined where its letter or its neighbour tells it already. */
type Telling = string | undefined;

const tellings: Readonly<Partial<Record<TimelineEvent['type'], Telling>>> = {
  RequestReceived: 'the request is received',
  IdentityAskDecided: 'proof of identity is to be asked for',
  IdentityRequested: 'identity has been asked for: the month waits (Art 12A(2))',
  IdentityReceived: 'the papers have come',
  IdentityConfirmed: 'the papers suffice: the month runs from the day they came',
  IdentityInsufficient: 'the papers do not suffice',
  AuthorityAskDecided: 'proof of authority is to be asked for',
  AuthorityRequested: 'authority has been asked for',
  AuthorityReceived: 'authority is shown',
  AuthorityInsufficient: 'authority is not shown',
  FeeAskDecided: 'a fee is to be asked for',
  FeeRequested: 'the fee has been asked for: the month waits (Arts 12(5), 12A(2))',
  FeePaid: 'the fee is paid: the month runs from this day',
  FeeRefunded: 'the fee is paid back',
  ClarificationAskDecided: 'a clarification is to be asked for',
  ClarificationRequested: 'clarification has been asked for: the month stands still',
  ClarificationReceived: 'the clarification has come',
  ClarificationDeclined: 'no clarification will come',
  ExtensionDecided: 'two further months are decided',
  TimeExtended: 'its notice is given in time: the month becomes three (Art 12A(3))',
  ExtensionFellAway: 'its notice came too late: it extends nothing',
  ExtensionRemoved: 'the extension is removed',
  RefusalDecided: 'a refusal is decided',
  RequestRefused: 'its notice is given: the request is refused and the case closed',
  AnswerDecided: 'the answer is decided',
  RequestAnswered: 'it is given: the request is answered and the case closed',
  RequestWithdrawn: 'the request is withdrawn',
  AbandonmentWarningDecided: 'a warning is due: no reply has come',
  AbandonmentWarned: 'the requester is warned',
  AbandonmentProposed: 'a person must decide whether to close',
  AbandonmentDecided: 'closing for want of a reply is decided',
  RequestAbandoned: 'the case is closed for want of a reply',
  NoticeGiven: undefined,
  NoticeNotGiven: 'a letter could not be given',
  NoteAdded: 'a note is made',
  ReceiptDateCorrected: 'the date of receipt is corrected',
  StepProposed: 'a step is proposed',
  StepApproved: 'the step is approved',
  StepDeclined: 'the step is declined',
  CaseReopened: 'the case is reopened',
  TakenUpAfterClosing: 'the closed case is taken up once more',
  DueSoon: 'the case counts as due soon',
  ReminderDue: 'a reminder is due',
  AlarmRaised: 'the last day has ended without an answer: alarm',
  AlarmWithdrawn: 'the alarm is withdrawn',
};

/** `SearchRecorded` → `search recorded`: what the duties of a right bring is told by its name. */
const inWords = (type: string): string =>
  type
    .replace(/(?!^)[A-Z]/gu, letter => ` ${letter.toLowerCase()}`)
    .replace(/^./u, first => first.toLowerCase());

export const told = ({ type }: TimelineEvent): Telling =>
  Object.hasOwn(tellings, type) ? tellings[type] : inWords(type);
