import { openingOf, received, Told } from '../case.given.js';
import { sampleOf } from '../samples.given.js';
import type { Verb } from '../commands.js';
import { verbs } from '../verbs.js';
import type { EventType } from '../events.js';
import { decideReopening } from './reopen.js';
import { openCaseFile } from '../evolve.js';
import { isRefusal, type RefusalCode } from '../refusals.js';

export type Verdicts = Readonly<Record<Verb, EventType | RefusalCode>>;

/** A request of 31 March 2036 by somebody who acts for the person, two days later, found manifestly excessive. */
export function start(): Told {
  const told = received({ on: '2036-03-31', people: { requester: true } }).on('2036-04-02');
  return told.when(sampleOf('assess-request', told));
}
export const given = (...steps: Verb[]): Told =>
  steps.reduce((told, verb) => told.when(sampleOf(verb, told)), start());
export const decidedOnly = (verb: Verb): Told => start().thePost('silent').when(sampleOf(verb, start()));

export function reopened(): Told {
  const { file, now } = given('answer');
  const events = decideReopening(file, { verb: 'reopen', by: 'staff-1', reasons: 'words-9' }, 'ab12', now);
  if (isRefusal(events)) throw new Error(events.message);
  return new Told(openCaseFile({ ...openingOf({ on: '2036-03-31' }), run: 2, events }), now, 'accepted');
}

/** The duties of other rights are none of an access request's. */
const otherRights = {
  'record-finding': 'not-for-this-right',
  'record-correction': 'not-for-this-right',
  'name-recipient': 'not-for-this-right',
  'record-no-recipients': 'not-for-this-right',
  'record-recipient-outcome': 'not-for-this-right',
  'disclose-recipients': 'not-for-this-right',
  restrict: 'not-for-this-right',
  'lift-restriction': 'not-for-this-right',
  'judge-erasure-ground': 'not-for-this-right',
  'judge-erasure-exception': 'not-for-this-right',
  'carry-out-erasure': 'not-for-this-right',
  'record-public-steps': 'not-for-this-right',
  'weigh-objection': 'not-for-this-right',
  'stop-processing': 'not-for-this-right',
  'explain-decision': 'not-for-this-right',
  'record-representations': 'not-for-this-right',
  'record-intervention': 'not-for-this-right',
  'decide-again': 'not-for-this-right',
} as const;

export const whileTheMonthRuns: Verdicts = {
  'ask-for-identity': 'IdentityAskDecided',
  'record-identity': 'nothing-awaited',
  'judge-identity': 'nothing-to-judge',
  'ask-for-authority': 'AuthorityAskDecided',
  'record-authority': 'AuthorityReceived',
  'ask-for-fee': 'FeeAskDecided',
  'record-fee': 'nothing-awaited',
  'refund-fee': 'nothing-to-refund',
  'ask-for-clarification': 'ClarificationAskDecided',
  'record-clarification': 'nothing-awaited',
  'decline-clarification': 'nothing-awaited',
  'extend-time': 'ExtensionDecided',
  refuse: 'RefusalDecided',
  answer: 'AnswerDecided',
  withdraw: 'RequestWithdrawn',
  abandon: 'nothing-unanswered',
  'record-notice-given': 'notice-already-given',
  reopen: 'case-open',
  'correct-receipt-date': 'ReceiptDateCorrected',
  'remove-extension': 'no-extension',
  'add-note': 'NoteAdded',
  approve: 'no-such-proposal',
  'decline-approval': 'no-such-proposal',
  'record-search': 'SearchRecorded',
  'assess-competence': 'CompetenceAssessed',
  'name-people': 'PeopleNamed',
  promote: 'not-an-enquiry',
  dismiss: 'not-an-enquiry',
  'cannot-identify': 'CannotIdentifyDecided',
  'record-death': 'SubjectDied',
  reclassify: 'ReclassificationDecided',
  escalate: 'CaseEscalated',
  'take-back': 'not-on-record',
  'link-case': 'CaseLinked',
  'unlink-case': 'not-linked',
  ...otherRights,
  'assess-request': 'RequestAssessed',
  'estimate-fee': 'FeeEstimated',
  'tell-progress': 'not-for-this-right',
  'give-outcome': 'not-for-this-right',
  'ask-which-record': 'not-for-this-right',
  'pass-on-objection': 'not-for-this-right',
  'list-objector': 'not-for-this-right',
  'apply-exemption': 'ExemptionApplied',
  'review-exemption': 'not-on-record',
  'record-particulars': 'ParticularsRecorded',
  'review-other-person': 'OtherPersonReviewed',
  'find-no-other-person': 'NoOtherPersonFound',
  'test-item': 'not-for-this-right',
  'record-agreement': 'not-for-this-right',
  'decide-transfer': 'not-for-this-right',
};

/** The letter that decides the whole request is on its way: no other says otherwise (Art 12(1)). */
export const onceCharged: Verdicts = { ...whileTheMonthRuns, refuse: 'fee-or-refusal' };

export const onceDecided: Verdicts = {
  ...whileTheMonthRuns,
  'ask-for-identity': 'already-decided',
  'ask-for-authority': 'already-decided',
  'ask-for-fee': 'already-decided',
  'ask-for-clarification': 'already-decided',
  'extend-time': 'already-decided',
  'cannot-identify': 'already-decided',
  answer: 'already-decided',
  refuse: 'already-decided',
  reclassify: 'already-decided',
};

/** What an answer promises is kept after it, by the rights that promise it. */
const keptAfterClosing = {
  'name-recipient': 'not-for-this-right',
  'record-no-recipients': 'not-for-this-right',
  'record-recipient-outcome': 'not-for-this-right',
  'disclose-recipients': 'not-for-this-right',
  'lift-restriction': 'not-for-this-right',
} as const;

export const onceClosed: Verdicts = {
  ...(Object.fromEntries(verbs.map(verb => [verb, 'case-closed'])) as Verdicts),
  ...keptAfterClosing,
  'refund-fee': 'nothing-to-refund',
  'record-notice-given': 'notice-already-given',
  reopen: 'case-open',
  'add-note': 'NoteAdded',
};

/** A restriction that was asked for, carried out and answered, a recipient named, two days after the letter. */
export function restrictionAnswered(): Told {
  const right = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-02');
  return (['restrict', 'name-recipient', 'answer'] as const).reduce(
    (told, verb) => told.when(sampleOf(verb, told)),
    right,
  );
}

export const onceRestrictionIsAnswered: Verdicts = {
  ...onceClosed,
  'name-recipient': 'RecipientNamed',
  'record-no-recipients': 'contradicts-facts',
  'record-recipient-outcome': 'RecipientOutcomeRecorded',
  'disclose-recipients': 'RecipientsDisclosureDecided',
  'lift-restriction': 'LiftingDecided',
};

const requestsOnly: Verdicts = Object.fromEntries(
  verbs.map(verb => [verb, 'not-for-this-right']),
) as Verdicts;

export const whileAComplaintIsOpen: Verdicts = {
  ...requestsOnly,
  withdraw: 'RequestWithdrawn',
  'record-notice-given': 'notice-already-given',
  reopen: 'case-open',
  'correct-receipt-date': 'ReceiptDateCorrected',
  'add-note': 'NoteAdded',
  approve: 'no-such-proposal',
  'decline-approval': 'no-such-proposal',
  'tell-progress': 'ProgressDecided',
  'give-outcome': 'OutcomeDecided',
  'record-death': 'SubjectDied',
  reclassify: 'ReclassificationDecided',
  promote: 'not-an-enquiry',
  dismiss: 'not-an-enquiry',
  'assess-competence': 'CompetenceAssessed',
  'name-people': 'PeopleNamed',
  escalate: 'CaseEscalated',
  'take-back': 'not-on-record',
  'link-case': 'CaseLinked',
  'unlink-case': 'not-linked',
};

export const whileMarketingIsObjectedTo: Verdicts = {
  ...whileAComplaintIsOpen,
  'record-identity': 'nothing-awaited',
  'judge-identity': 'nothing-to-judge',
  'record-authority': 'nobody-acts-for-the-person',
  'record-fee': 'nothing-awaited',
  'refund-fee': 'nothing-to-refund',
  'record-clarification': 'nothing-awaited',
  'decline-clarification': 'nothing-awaited',
  refuse: 'cannot-be-refused',
  reclassify: 'cannot-be-refused',
  answer: 'AnswerDecided',
  abandon: 'nothing-unanswered',
  'tell-progress': 'not-for-this-right',
  'give-outcome': 'not-for-this-right',
  'ask-which-record': 'RecordQuestionDecided',
  'pass-on-objection': 'ObjectionPassedOn',
  'list-objector': 'nothing-awaited',
};

export const complaint = (): Told => received({ on: '2036-03-31', right: 'complaint' }).on('2036-04-02');
export const marketing = (): Told =>
  received({ on: '2036-03-31', right: 'objection_direct_marketing' }).on('2036-04-02');
