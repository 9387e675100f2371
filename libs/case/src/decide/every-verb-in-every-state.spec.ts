import { type Told } from '../case.given.js';
import { sampleOf } from '../samples.given.js';
import type { Verb } from '../commands.js';
import { verbs, verbsThatWrite } from '../verbs.js';
import {
  start,
  given,
  decidedOnly,
  reopened,
  whileTheMonthRuns,
  onceCharged,
  onceDecided,
  onceClosed,
  restrictionAnswered,
  onceRestrictionIsAnswered,
  whileAComplaintIsOpen,
  whileMarketingIsObjectedTo,
  complaint,
  marketing,
  type Verdicts,
} from './verdicts.given.js';
import { statesOfEnds } from './verdicts-of-ends.given.js';
import { statesOfRights, steps } from './verdicts-of-rights.given.js';

const states: readonly [name: string, state: () => Told, verdicts: Verdicts][] = [
  ['the month runs', start, whileTheMonthRuns],
  [
    'identity is asked for, but its letter is not given',
    () => decidedOnly('ask-for-identity'),
    {
      ...whileTheMonthRuns,
      'ask-for-identity': 'already-asked',
      'cannot-identify': 'already-asked',
      answer: 'still-awaited',
    },
  ],
  [
    'identity is awaited',
    () => given('ask-for-identity'),
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
    'the papers are being looked at',
    () => given('ask-for-identity', 'record-identity'),
    {
      ...whileTheMonthRuns,
      'ask-for-identity': 'already-asked',
      'cannot-identify': 'already-asked',
      'judge-identity': 'IdentityConfirmed',
      answer: 'still-awaited',
    },
  ],
  [
    'authority is awaited',
    () => given('ask-for-authority'),
    {
      ...whileTheMonthRuns,
      'ask-for-authority': 'already-asked',
      answer: 'still-awaited',
      abandon: 'not-warned',
    },
  ],
  [
    'a fee is awaited',
    () => given('ask-for-fee'),
    { ...onceCharged, 'ask-for-fee': 'already-asked', 'record-fee': 'FeePaid', abandon: 'not-warned' },
  ],
  [
    'the fee is paid',
    () => given('ask-for-fee', 'record-fee'),
    { ...onceCharged, 'ask-for-fee': 'fee-stands', 'refund-fee': 'FeeRefunded' },
  ],
  [
    'a clarification is awaited',
    () => given('ask-for-clarification'),
    {
      ...whileTheMonthRuns,
      'record-clarification': 'ClarificationReceived',
      'decline-clarification': 'ClarificationDeclined',
      abandon: 'not-warned',
    },
  ],
  [
    'an extension is decided, but its letter is not given',
    () => decidedOnly('extend-time'),
    { ...whileTheMonthRuns, 'extend-time': 'second-extension', 'remove-extension': 'ExtensionRemoved' },
  ],
  [
    'time is extended',
    () => given('extend-time'),
    { ...whileTheMonthRuns, 'extend-time': 'second-extension', 'remove-extension': 'ExtensionRemoved' },
  ],
  [
    'an extension whose notice was given is removed',
    () => given('extend-time', 'remove-extension'),
    { ...whileTheMonthRuns, 'extend-time': 'second-extension' },
  ],
  ['an answer is decided, but its letter is not given', () => decidedOnly('answer'), onceDecided],
  ['a refusal is decided, but its letter is not given', () => decidedOnly('refuse'), onceDecided],
  [
    'the case is being reclassified, but the letter is not given',
    () => decidedOnly('reclassify'),
    onceDecided,
  ],
  [
    'the person cannot be identified, but the letter is not given',
    () => decidedOnly('cannot-identify'),
    { ...onceDecided, 'ask-for-identity': 'already-asked' },
  ],
  ['the request is answered', () => given('answer'), onceClosed],
  ['the request is refused', () => given('refuse'), onceClosed],
  ['a restriction is answered', restrictionAnswered, onceRestrictionIsAnswered],
  ['the request is withdrawn', () => given('withdraw'), onceClosed],
  ['the case is reopened', reopened, whileTheMonthRuns],
  ['a complaint is open', complaint, whileAComplaintIsOpen],
  [
    'the outcome of a complaint is decided, but its letter is not given',
    () => complaint().thePost('silent').when(sampleOf('give-outcome', complaint())),
    {
      ...whileAComplaintIsOpen,
      'give-outcome': 'already-decided',
      'tell-progress': 'already-decided',
      reclassify: 'already-decided',
    },
  ],
  [
    'a complaint is concluded',
    () => complaint().when(sampleOf('give-outcome', complaint())),
    { ...onceClosed, 'refund-fee': 'not-for-this-right' },
  ],
  ['marketing is objected to', marketing, whileMarketingIsObjectedTo],
  ['an objection to marketing is answered', () => steps(marketing(), 'answer'), onceClosed],
  ...statesOfRights,
  ...statesOfEnds,
];

/** What was wrong, the rule, what to do: each a sentence or a provision. */
const aClearAnswer = {
  message: expect.stringMatching(/^\S.{15,}[.?]$/su),
  cite: expect.stringMatching(/\S.{2,}/u),
  remedy: expect.stringMatching(/^\S.{15,}\.$/su),
};

describe.each(states)('while %s', (_name, state, verdicts) => {
  const told = state().thePost('silent');
  it.each(Object.entries(verdicts) as [Verb, string][])('%s gives %s', (verb, verdict) => {
    const after = told.when(sampleOf(verb, told));
    expect(after.verdict).toBe(verdict);
    if (after.refusal) expect(after.refusal).toEqual(expect.objectContaining(aClearAnswer));
    if (after.refusal) expect(after.file).toBe(told.file);
  });
});

describe('the verbs that write letters', () => {
  it('are those whose preview the API offers', () => {
    const writing = states.flatMap(([, state]) => {
      const told = state().thePost('silent');
      return verbs.filter(verb => {
        const atOnce = ({ letters }: Told) => letters.filter(({ notBefore }) => notBefore === undefined);
        return atOnce(told.when(sampleOf(verb, told))).length > atOnce(told).length;
      });
    });
    // What came does not suffice, and a step that was proposed: the samples are of papers that do, and of steps taken at once.
    const byTheirContent = ['judge-identity', 'record-authority', 'approve'];
    expect([...new Set([...writing, ...byTheirContent])].sort()).toEqual([...verbsThatWrite].sort());
  });
});
