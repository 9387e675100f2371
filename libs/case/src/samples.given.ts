import type { CivilDate } from '@duly/law';
import { colleague, type Given, type Told } from './case.given.js';
import type { CommandOf, Verb } from './commands.js';
import { londonDateAt } from './instants.js';

const words = 'words-1';

type Samples = { readonly [Name in Verb]: Omit<CommandOf<Name>, 'by' | 'verb'> };

/** What one well-formed command of each verb says, as a handler would give it on that day. */
export function samplesFor(told: Told): Samples {
  const on = londonDateAt(told.now);
  return {
    'ask-for-identity': { doubts: words, words },
    'record-identity': { on },
    'judge-identity': { sufficient: true },
    'ask-for-authority': { words },
    'record-authority': { on, sufficient: true },
    'ask-for-fee': { basis: '12(5)', amountPence: 2500, assessment: 'manifestly-excessive', reasons: words },
    'record-fee': { on },
    'refund-fee': { on, because: 'other', reasons: words },
    'ask-for-clarification': { words, reasons: words },
    'record-clarification': { on },
    'decline-clarification': { on },
    'extend-time': { ground: 'complexity', reasons: words },
    refuse: { extent: 'wholly', ground: 'manifestly-excessive', reasons: words },
    answer: { extent: 'wholly', words },
    withdraw: { on, words },
    abandon: { reasons: words },
    'record-notice-given': { decided: 1, how: 'post', on },
    reopen: { reasons: words },
    'correct-receipt-date': { receivedOn: '2036-04-01' as CivilDate, reasons: words },
    'remove-extension': { reasons: words },
    'add-note': { words },
    approve: { proposal: told.number('StepProposed') },
    'decline-approval': { proposal: told.number('StepProposed'), reasons: words },
    'record-search': { on, words },
    'name-people': { named: ['subject'], rights: ['access'], reasons: words },
    'assess-competence': { aged: 'under-12', livesIn: 'scotland', competent: false, reasons: words },
    promote: {},
    dismiss: { reasons: words },
    'cannot-identify': { reasons: words, words, canBeTold: true },
    'record-death': { on },
    reclassify: { as: 'erasure', reasons: words },
    escalate: { reasons: words },
    'take-back': { record: told.number('OtherPersonReviewed'), reasons: words },
    'link-case': { other: 'DR-2036-000009-1', because: 'same-person' },
    'unlink-case': { other: 'DR-2036-000009-1', reasons: words },
    'record-finding': { finding: 'inaccurate', words, reasons: words },
    'record-correction': { finding: told.number('FindingRecorded'), how: 'corrected', words, on, heldBy: [] },
    'name-recipient': { words },
    'record-no-recipients': { reasons: words },
    'record-recipient-outcome': { recipient: told.number('RecipientNamed'), outcome: 'told', on },
    'disclose-recipients': { on },
    'weigh-objection': {
      basis: 'legitimate-interests',
      compellingGrounds: false,
      legalClaims: false,
      words,
      reasons: words,
    },
    'stop-processing': { on, words },
    'explain-decision': { words },
    'record-representations': { on, contests: true, words },
    'record-intervention': { reviewer: colleague, configuredBy: 'staff-9', on, words, reasons: words },
    'decide-again': { outcome: 'changed', reasons: words },
    restrict: { ground: 'accuracy_contested', words, on, heldBy: [] },
    'judge-erasure-ground': { ground: 'unlawful', applies: true, reasons: words },
    'judge-erasure-exception': { exception: 'legal_claims', applies: false, reasons: words },
    'carry-out-erasure': { words, backups: words, wasPublic: false, on, heldBy: [] },
    'record-public-steps': { words, on },
    'lift-restriction': { restriction: told.number('DataRestricted'), reasons: words },
    'assess-request': {
      finding: 'manifestly-excessive',
      factors: [{ factor: 'repeats', words }],
      reasons: words,
    },
    'estimate-fee': { basis: '12(5)', amountPence: 2500, words },
    'tell-progress': { words },
    'give-outcome': { finding: 'upheld', words },
    'ask-which-record': { words },
    'list-objector': {},
    'pass-on-objection': { on, words },
    'apply-exemption': { exemption: 'legal_professional_privilege', words, reasons: words, isTold: true },
    'review-exemption': { applied: told.number('ExemptionApplied'), agrees: true, reasons: words },
    'record-particulars': { isProcessed: false },
    'review-other-person': { words, decision: 'redacted', reasons: words },
    'find-no-other-person': { words },
    'test-item': {
      words,
      basis: 'contract',
      isAutomated: true,
      origin: 'provided',
      harmsOthers: false,
      otherParties: 0,
    },
    'record-agreement': { item: told.number('ItemTested'), on, agrees: true, words },
    'decide-transfer': { isFeasible: true, reasons: words },
  };
}

/** One well-formed command of a verb, as a handler would give it on that day. */
export function sampleOf(verb: Verb, told: Told): Given {
  return { verb, ...samplesFor(told)[verb] } as Given;
}
