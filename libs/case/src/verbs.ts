import type { Destroying, VerbTraits } from './commanded.js';
import type { CaseCommand, RequestVerb, Verb } from './commands.js';
import { assessmentVerbs } from './duties/assessment/commands.js';
import { competenceVerbs } from './duties/competence/commands.js';
import { complaintVerbs } from './duties/complaint/commands.js';
import { correctionVerbs, overwrites } from './duties/correction/commands.js';
import { decisionVerbs } from './duties/decision/commands.js';
import { enquiryVerbs } from './duties/enquiry/commands.js';
import { erasureVerbs } from './duties/erasure/commands.js';
import { escalationVerbs } from './duties/escalation/commands.js';
import { feesVerbs } from './duties/fees/commands.js';
import { linkingVerbs } from './duties/linking/commands.js';
import { marketingVerbs } from './duties/marketing/commands.js';
import { rarerEndVerbs } from './duties/rarer-ends/commands.js';
import { recipientVerbs } from './duties/recipients/commands.js';
import { restrictionVerbs } from './duties/restriction/commands.js';
import { searchVerbs } from './duties/search/commands.js';
import { takingBackVerbs } from './duties/taking-back/commands.js';
import { weighingVerbs } from './duties/weighing/commands.js';
import { exemptionVerbs } from './duties/exemptions/commands.js';
import { othersVerbs } from './duties/others/commands.js';
import { particularsVerbs } from './duties/particulars/commands.js';
import { peopleVerbs } from './duties/people/commands.js';
import { portabilityVerbs } from './duties/portability/commands.js';

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
  ...assessmentVerbs,
  ...complaintVerbs,
  ...feesVerbs,
  ...marketingVerbs,
  ...searchVerbs,
  ...escalationVerbs,
  ...takingBackVerbs,
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
  ...exemptionVerbs,
  ...particularsVerbs,
  ...othersVerbs,
  ...peopleVerbs,
  ...portabilityVerbs,
};

export const verbs = Object.keys(everyVerb) as readonly Verb[];

/** What orders a letter at once, or may; a spec over every state holds that none is forgotten. */
export const verbsThatWrite = [
  'ask-for-identity',
  'judge-identity',
  'ask-for-authority',
  'record-authority',
  'ask-for-fee',
  'refund-fee',
  'ask-for-clarification',
  'extend-time',
  'refuse',
  'answer',
  'withdraw',
  'abandon',
  'approve',
  'cannot-identify',
  'record-death',
  'reclassify',
  'promote',
  'dismiss',
  'escalate',
  'disclose-recipients',
  'lift-restriction',
  'explain-decision',
  'tell-progress',
  'give-outcome',
  'ask-which-record',
] as const satisfies readonly Verb[];
export type WritingVerb = (typeof verbsThatWrite)[number];

export function isRequestVerb(verb: Verb): verb is RequestVerb {
  return everyVerb[verb].request;
}
/** What is still possible when a case has closed. */
export function isAfterClosing(verb: Verb): boolean {
  return everyVerb[verb].afterClosing === true;
}
/** What erases, restricts or overwrites data, and so waits while another case holds it (R49a). */
export function isDestroying(command: CaseCommand): command is CaseCommand & Destroying {
  if (command.verb === 'record-correction') return overwrites(command);
  return everyVerb[command.verb].destroys === true;
}
export const requestVerbs: readonly RequestVerb[] = verbs.filter(isRequestVerb);
