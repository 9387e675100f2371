import { colleague, received, type Told } from '../case.given.js';
import { sampleOf } from '../samples.given.js';
import type { Verb } from '../commands.js';
import { steps } from './verdicts-of-rights.given.js';
import { given, onceClosed, onceDecided, start, whileTheMonthRuns, type Verdicts } from './verdicts.given.js';

const changed = (told: Told, verb: Verb, change: object): Told =>
  told.when({ ...sampleOf(verb, told), ...change });

/** A letter of 31 March 2036 that may be no request, two days later. */
const enquiry = (): Told =>
  received({ on: '2036-03-31', people: { requester: true }, doubts: 'words-2' }).on('2036-04-02');

/** What does not take it for a request: its record, its people, its end (R46). */
const ofAnEnquiry = [
  'withdraw',
  'record-death',
  'add-note',
  'correct-receipt-date',
  'escalate',
  'take-back',
  'link-case',
  'unlink-case',
  'assess-competence',
  'name-people',
  'approve',
  'decline-approval',
] as const satisfies readonly Verb[];

const whileAnEnquiry: Verdicts = {
  ...(Object.fromEntries(
    Object.keys(whileTheMonthRuns).map(verb => [verb, 'not-yet-a-request']),
  ) as Verdicts),
  ...(Object.fromEntries(ofAnEnquiry.map(verb => [verb, whileTheMonthRuns[verb]])) as Partial<Verdicts>),
  'record-notice-given': 'no-such-notice',
  promote: 'EnquiryPromoted',
  dismiss: 'DismissalDecided',
};

const approvals = { refusals: true, fees: true, extensions: true, exemptions: true, disclosures: true };

/** A refusal waits for somebody else to approve it; the sample's handler proposed it. */
const proposed = (): Told =>
  steps(
    received({ on: '2036-03-31', people: { requester: true }, settings: { approvals } }).on('2036-04-02'),
    'assess-request',
    'refuse',
  );

const whileProposed: Verdicts = {
  ...whileTheMonthRuns,
  refuse: 'already-proposed',
  'ask-for-fee': 'StepProposed',
  'extend-time': 'StepProposed',
  answer: 'StepProposed',
  'cannot-identify': 'StepProposed',
  'apply-exemption': 'StepProposed',
  approve: 'own-proposal',
  'decline-approval': 'StepDeclined',
};

/** A reasonable time after an ask that nobody answered: the person was warned (R24). */
const unanswered = (): Told => given('ask-for-identity').on('2036-06-20');

const partlyRefused = (): Told => changed(start(), 'refuse', { extent: 'partly' });

/** What is decided by steps, and how cases end. */
export const statesOfEnds: readonly [name: string, state: () => Told, verdicts: Verdicts][] = [
  ['it may be no request', enquiry, whileAnEnquiry],
  [
    'it is dismissed as no request, but the letter is not given',
    () => steps(enquiry().thePost('silent'), 'dismiss'),
    { ...whileAnEnquiry, dismiss: 'already-decided' },
  ],
  [
    'it is dismissed as no request',
    () => steps(enquiry(), 'dismiss'),
    { ...onceClosed, 'record-notice-given': 'no-such-notice' },
  ],
  ['a step waits for approval', proposed, whileProposed],
  [
    'a part is answered, so that the rest is open',
    () => changed(start(), 'answer', { extent: 'partly' }),
    whileTheMonthRuns,
  ],
  [
    'a part is refused as manifestly excessive, so that no fee is possible any more',
    partlyRefused,
    { ...whileTheMonthRuns, 'ask-for-fee': 'fee-or-refusal' },
  ],
  [
    'a part is refused and the rest answered',
    () => changed(partlyRefused(), 'answer', { extent: 'partly' }),
    onceClosed,
  ],
  [
    'the person has not replied and was warned',
    unanswered,
    {
      ...whileTheMonthRuns,
      'ask-for-identity': 'already-asked',
      'cannot-identify': 'already-asked',
      'record-identity': 'IdentityReceived',
      answer: 'still-awaited',
      abandon: 'AbandonmentDecided',
    },
  ],
  [
    'the case is to be closed as abandoned, but the letter is not given',
    () => steps(unanswered().thePost('silent'), 'abandon'),
    {
      ...onceDecided,
      'ask-for-identity': 'already-asked',
      'record-identity': 'IdentityReceived',
      abandon: 'already-decided',
    },
  ],
  ['the case is abandoned', () => steps(unanswered(), 'abandon'), onceClosed],
  ['the case is reclassified', () => given('reclassify'), onceClosed],
  [
    'the person was told that they cannot be identified',
    () => given('cannot-identify'),
    {
      ...whileTheMonthRuns,
      'ask-for-identity': 'already-asked',
      'cannot-identify': 'already-asked',
      'record-identity': 'IdentityReceived',
      answer: 'still-awaited',
      abandon: 'not-warned',
    },
  ],
  [
    'the person cannot be identified, nor told',
    () => changed(start(), 'cannot-identify', { canBeTold: false }),
    onceClosed,
  ],
  ['the person has died', () => given('record-death'), onceClosed],
  [
    'an exemption is applied, and nobody else has reviewed it',
    () => given('apply-exemption'),
    { ...whileTheMonthRuns, 'review-exemption': 'own-proposal' },
  ],
  [
    'an exemption is applied and reviewed',
    () => changed(given('apply-exemption'), 'review-exemption', { by: colleague }),
    { ...whileTheMonthRuns, 'review-exemption': 'own-proposal' },
  ],
];
