import { received, type Told } from '../case.given.js';
import type { Verb } from '../commands.js';
import type { CaseRight } from '../names.js';
import { sampleOf } from '../samples.given.js';
import { whileTheMonthRuns, type Verdicts } from './verdicts.given.js';

/** Each step as its sample says, one after the other. */
export const steps = (told: Told, ...taken: Verb[]): Told =>
  taken.reduce((at, verb) => at.when(sampleOf(verb, at)), told);

/** A request under a right of 31 March 2036 by somebody who acts for the person, two days later, found manifestly excessive. */
const of = (right: CaseRight): Told =>
  steps(
    received({ on: '2036-03-31', right, people: { requester: true } }).on('2036-04-02'),
    'assess-request',
  );

/** What belongs to the answer of access is none of another right's; a clarification stops the clock of access alone (Art 12A(5)). */
const ofAnotherRight: Verdicts = {
  ...whileTheMonthRuns,
  'ask-for-clarification': 'not-for-this-right',
  'record-search': 'not-for-this-right',
  'apply-exemption': 'not-for-this-right',
  'record-particulars': 'not-for-this-right',
  'review-other-person': 'not-for-this-right',
  'find-no-other-person': 'not-for-this-right',
};

/** Art 19 — after a correction, an erasure or a restriction; an objection is followed by one of these. */
const withRecipients: Verdicts = {
  ...ofAnotherRight,
  'name-recipient': 'RecipientNamed',
  'record-no-recipients': 'NoRecipientsRecorded',
  'record-recipient-outcome': 'not-on-record',
  'disclose-recipients': 'not-on-record',
};

const rectification: Verdicts = {
  ...withRecipients,
  'record-finding': 'FindingRecorded',
  'record-correction': 'not-on-record',
  restrict: 'DataRestricted',
  'lift-restriction': 'not-on-record',
};

const erasure: Verdicts = {
  ...withRecipients,
  reclassify: 'same-right',
  'judge-erasure-ground': 'ErasureGroundJudged',
  'judge-erasure-exception': 'ErasureExceptionJudged',
  'carry-out-erasure': 'no-ground-to-erase',
  'record-public-steps': 'no-ground-to-erase',
};

const restriction: Verdicts = {
  ...withRecipients,
  restrict: 'DataRestricted',
  'lift-restriction': 'not-on-record',
};

const portability: Verdicts = {
  ...ofAnotherRight,
  'test-item': 'ItemTested',
  'record-agreement': 'not-on-record',
  'decide-transfer': 'contradicts-facts',
};

/** Art 11(2) sets aside Articles 15 to 20 only. */
const objection: Verdicts = {
  ...withRecipients,
  'cannot-identify': 'not-for-this-right',
  restrict: 'does-not-fit',
  'lift-restriction': 'not-on-record',
  'weigh-objection': 'ObjectionWeighed',
  'stop-processing': 'ProcessingStopped',
};

const automatedDecision: Verdicts = {
  ...ofAnotherRight,
  'cannot-identify': 'not-for-this-right',
  'explain-decision': 'DecisionExplanationDecided',
  'record-representations': 'RepresentationsRecorded',
  'record-intervention': 'PersonIntervened',
  'decide-again': 'not-on-record',
  'review-exemption': 'not-for-this-right',
};

const groundFound = (): Told => steps(of('erasure'), 'judge-erasure-ground');
const restricted = (): Told => steps(of('restriction'), 'restrict');

/** What each right has of its own, before and after its first steps. */
export const statesOfRights: readonly [name: string, state: () => Told, verdicts: Verdicts][] = [
  ['a correction is asked for', () => of('rectification'), rectification],
  [
    'data was found wrong',
    () => steps(of('rectification'), 'record-finding'),
    { ...rectification, 'record-correction': 'CorrectionMade', refuse: 'RefusalDecided' },
  ],
  [
    'data is restricted while it is checked',
    () => steps(of('rectification'), 'restrict'),
    { ...rectification, 'lift-restriction': 'still-being-checked' },
  ],
  ['an erasure is asked for', () => of('erasure'), erasure],
  [
    'a ground for erasure applies',
    groundFound,
    { ...erasure, 'carry-out-erasure': 'DataErased', 'record-public-steps': 'PublicStepsRecorded' },
  ],
  ['a restriction is asked for', () => of('restriction'), restriction],
  ['a restriction is on record', restricted, { ...restriction, 'lift-restriction': 'LiftingDecided' }],
  [
    'a restriction is to be lifted, but the letter is not given',
    () => steps(restricted().thePost('silent'), 'lift-restriction'),
    { ...restriction, 'lift-restriction': 'already-decided' },
  ],
  ['a restriction was lifted', () => steps(restricted(), 'lift-restriction'), restriction],
  ['data is to be taken elsewhere', () => of('portability'), portability],
  ['processing is objected to', () => of('objection'), objection],
  ['a decision by a computer is contested', () => of('adm_22c'), automatedDecision],
];
