import { isRequestVerb, refusalCodes, verbs, type RefusalCode, type Verb } from '@duly/case';
import { competenceSummaries } from '../duties/competence.js';
import { enquirySummaries } from '../duties/enquiry.js';
import { takingBackSummaries } from '../duties/taking-back.js';
import { escalationSummaries } from '../duties/escalation.js';
import { linkingSummaries } from '../duties/linking.js';
import { rarerEndSummaries } from '../duties/rarer-ends.js';
import { correctionSummaries } from '../duties/correction.js';
import { decisionSummaries } from '../duties/decision.js';
import { erasureSummaries } from '../duties/erasure.js';
import { recipientSummaries } from '../duties/recipients.js';
import { restrictionSummaries } from '../duties/restriction.js';
import { weighingSummaries } from '../duties/weighing.js';
import { assessmentSummaries } from '../duties/assessment.js';
import { complaintSummaries } from '../duties/complaint.js';
import { feesSummaries } from '../duties/fees.js';
import { marketingSummaries } from '../duties/marketing.js';
import { exemptionSummaries } from '../duties/exemptions.js';
import { particularsSummaries } from '../duties/particulars.js';
import { othersSummaries } from '../duties/others.js';
import { peopleSummaries } from '../duties/people.js';
import { portabilitySummaries } from '../duties/portability.js';
import { searchSummaries } from '../duties/search.js';
import type { Permission } from '../permissions.js';
import type { ProblemCode } from '../problem-codes.js';

/** Identity and authority belong to the request, and the list of suppressions tells the case itself; all else, notes included, can be given to one case. */
export type CaseVerb = Exclude<
  Verb,
  | 'ask-for-identity'
  | 'record-identity'
  | 'judge-identity'
  | 'ask-for-authority'
  | 'record-authority'
  | 'cannot-identify'
  | 'record-death'
  | 'assess-competence'
  | 'name-people'
  | 'promote'
  | 'dismiss'
  | 'list-objector'
>;

export function isCaseVerb(verb: Verb): verb is CaseVerb {
  return verb === 'add-note' || (!isRequestVerb(verb) && verb !== 'list-objector');
}
export const caseVerbs: readonly CaseVerb[] = verbs.filter(isCaseVerb);

/** Approving is for a second person; all else is the handler's work. */
export function permissionFor(verb: Verb): Permission {
  if (verb === 'approve' || verb === 'decline-approval') return 'approve steps';
  return verb === 'review-exemption' ? 'review exemptions' : 'work cases';
}

const onlyAtOpening: readonly RefusalCode[] = ['receipt-missing'];
const refusals = refusalCodes.filter(code => !onlyAtOpening.includes(code));

/** What a case can answer to a command; which of them, its state decides. */
/** What stands against an answer that names how the copy reaches the person. */
export const problemsOfDelivery: readonly ProblemCode[] = [
  'no-such-delivery',
  'no-such-package',
  'package-not-ready',
  'package-gone',
  'not-reviewed',
  'transfer-not-received',
];

export const caseCommandProblems: readonly ProblemCode[] = [
  'no-such-case',
  'erased',
  'temporal-away',
  ...refusals,
];

/** A request's own answer holds what each case refused; these stand against the whole. */
export const requestCommandProblems: readonly ProblemCode[] = [
  'no-such-request',
  'erased',
  'temporal-away',
  ...refusals,
];

export const summaries: Readonly<Record<Verb, string>> = {
  'ask-for-identity': 'Ask for information that confirms who is asking (Art 12(6))',
  'record-identity': 'Record that papers about identity arrived',
  'judge-identity': 'Judge whether the papers confirm who is asking',
  'ask-for-authority': 'Ask somebody who acts for another to show that they may',
  'record-authority': 'Record that the authority arrived, and whether it suffices',
  'ask-for-fee': 'Ask for a fee (Art 12(5)), or for further copies (Art 15(3))',
  'record-fee': 'Record that the fee was paid',
  'refund-fee': 'Record that the fee is paid back',
  'ask-for-clarification': 'Ask what the request is about; the clock stops (Art 12A(5))',
  'record-clarification': 'Record what the person answered',
  'decline-clarification': 'Record that the person would rather not say more',
  'extend-time': 'Take two further months, with reasons (Art 12A(3))',
  refuse: 'Refuse, wholly or partly, with reasons (Art 12(4))',
  answer: 'Answer, wholly or partly (Art 12(3))',
  withdraw: 'Record that the person took the request back',
  abandon: 'Close a request whose person has not replied, after a warning',
  'record-notice-given': 'Record that a letter was given by post, by hand or in speech',
  reopen: 'Open a closed case again',
  'correct-receipt-date': 'Correct the day on which the request was received',
  'remove-extension': 'Remove an extension; none can be had again once its notice was given',
  'add-note': 'Add a note, which may complete a piece of work',
  approve: 'Approve a proposed step',
  'decline-approval': 'Decline a proposed step',
  ...assessmentSummaries,
  ...complaintSummaries,
  ...feesSummaries,
  ...marketingSummaries,
  ...searchSummaries,
  ...escalationSummaries,
  ...takingBackSummaries,
  ...linkingSummaries,
  ...rarerEndSummaries,
  ...enquirySummaries,
  ...competenceSummaries,
  ...correctionSummaries,
  ...decisionSummaries,
  ...erasureSummaries,
  ...recipientSummaries,
  ...restrictionSummaries,
  ...weighingSummaries,
  ...exemptionSummaries,
  ...particularsSummaries,
  ...othersSummaries,
  ...peopleSummaries,
  ...portabilitySummaries,
};

/** `ask-for-identity` → `askForIdentity`. */
export function inCamelCase(verb: string): string {
  return verb.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
