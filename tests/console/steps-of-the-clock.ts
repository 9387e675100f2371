import type { Verb } from '@duly/case';
import type { CaseLife } from '../journeys/case-life.js';
import { month, noDate, type EveryStep, type VerbOfPages } from './every-step.js';

const on = '2036-03-31';
const agent = { requester: { name: 'Lee & Co', email: 'lee@solicitors.example' }, actsAs: 'agent' };
const objection = { rights: ['objection_direct_marketing'] };
const identity = { doubts: 'A new address.', words: 'A passport.' };
const excessive = {
  finding: 'manifestly-excessive',
  factors: [{ factor: 'repeats', words: 'Eight times this year.' }],
  reasons: 'It is the ninth time.',
};
const fee = {
  basis: '12(5)',
  amountPence: 2550,
  assessment: 'manifestly-excessive',
  reasons: 'Forty copies.',
};

/** Gives some of a case’s own steps beforehand, and waits for what comes of the last. */
const given =
  (waitsFor: Parameters<CaseLife['happens']>[0], ...steps: readonly (readonly [Verb, object])[]) =>
  async (life: CaseLife): Promise<undefined> => {
    for (const [verb, body] of steps) await life.give(verb, body);
    await life.happens(waitsFor);
  };

async function identityAsked(life: CaseLife): Promise<undefined> {
  await life.giveToRequest('ask-for-identity', identity);
  await life.happens('IdentityRequested');
}

const clarified = given('ClarificationRequested', [
  'ask-for-clarification',
  { words: 'Which year?', reasons: 'We hold much.' },
]);
const assessed = given('RequestAssessed', ['assess-request', excessive]);
const charged = given('FeeRequested', ['assess-request', excessive], ['ask-for-fee', fee]);

/** Answers, time, identity and fees. */
export const stepsOfTheClock = {
  answer: {
    choose: { 'In full or in part?': 'In full' },
    leave: ['If it is late: why?'],
    tells: 'RequestAnswered',
    state: 'Answered',
    date: month,
  },
  refuse: {
    before: assessed,
    choose: { 'In full or in part?': 'In full', 'On what ground?': 'Manifestly excessive' },
    leave: ['If it is late: why?'],
    tells: 'RequestRefused',
    state: 'Refused',
    date: month,
  },
  'give-outcome': {
    as: 'complaint',
    begun: 'ComplaintAcknowledged',
    choose: { 'What did you find?': 'The complaint is right' },
    leave: ['If it is late: why?'],
    tells: 'ComplaintConcluded',
    state: 'The person has been told what came of it',
    date: noDate,
  },
  'tell-progress': {
    as: 'complaint',
    begun: 'ComplaintAcknowledged',
    tells: 'ProgressTold',
    state: 'Open',
    date: noDate,
  },
  withdraw: { tells: 'RequestWithdrawn', state: 'Withdrawn', date: month },
  abandon: {
    before: async life => {
      await identityAsked(life);
      await life.windTo('2036-05-09T10:00:00Z');
      await life.happens('AbandonmentProposed');
      return undefined;
    },
    tells: 'RequestAbandoned',
    state: 'Closed without a reply',
    date: noDate,
  },
  'extend-time': {
    choose: { 'On what ground?': 'The request is complex' },
    tells: 'TimeExtended',
    state: 'Open',
    date: 'Monday 30 June 2036',
  },
  'remove-extension': {
    before: given('TimeExtended', ['extend-time', { ground: 'complexity', reasons: 'Four systems.' }]),
    tells: 'ExtensionRemoved',
    state: 'Open',
    date: month,
  },
  'ask-for-clarification': {
    tells: 'ClarificationRequested',
    state: 'Clock stopped: waiting for clarification',
    date: noDate,
  },
  'record-clarification': { before: clarified, tells: 'ClarificationReceived', state: 'Open', date: '2036' },
  'decline-clarification': { before: clarified, tells: 'ClarificationDeclined', state: 'Open', date: '2036' },
  'correct-receipt-date': {
    days: { 'When was it received?': ['28', '3', '2036'] },
    tells: 'ReceiptDateCorrected',
    state: 'Open',
    date: 'Monday 28 April 2036',
  },
  'ask-for-identity': { tells: 'IdentityRequested', state: 'Waiting for identity', date: noDate },
  'record-identity': { before: identityAsked, tells: 'IdentityReceived', state: 'Open', date: month },
  'judge-identity': {
    before: async life => {
      await identityAsked(life);
      await life.giveToRequest('record-identity', { on });
      await life.happens('IdentityReceived');
      return undefined;
    },
    choose: { 'Do the papers show who is asking?': 'Yes' },
    tells: 'IdentityConfirmed',
    state: 'Open',
    date: month,
  },
  'ask-for-authority': {
    opened: agent,
    tells: 'AuthorityRequested',
    state: 'Waiting for authority',
    date: noDate,
  },
  'record-authority': {
    opened: agent,
    choose: { 'Does it show that they may ask?': 'Yes' },
    tells: 'AuthorityReceived',
    state: 'Open',
    date: month,
  },
  'assess-competence': {
    opened: {
      requester: { name: 'Osbert Marrowbone', email: 'osbert@marrowbone.example' },
      actsAs: 'parent',
      child: { aged: '12-to-15', livesIn: 'scotland' },
    },
    choose: {
      'How old is the child?': '12 to 15',
      'Where does the child live?': 'Scotland',
      'Does the child understand': 'Yes',
      'Does the child agree': 'Yes',
    },
    tells: 'CompetenceAssessed',
    state: 'Open',
    date: month,
  },
  'cannot-identify': {
    choose: { 'Can the person be reached?': 'Yes' },
    tells: 'ToldNotIdentified',
    state: 'Waiting for identity',
    date: noDate,
  },
  'ask-which-record': { opened: objection, tells: 'RecordQuestionAsked', state: 'Open', date: month },
  'name-people': {
    write: { Name: '<b onclick=window.broken=9>Ann</b> “&” Lee', 'E-mail address': 'ann@people.example' },
    tells: 'PeopleNamed',
    state: 'Open',
    date: month,
  },
  'assess-request': {
    choose: {
      'What did you find?': 'Manifestly excessive',
      'What was weighed?': 'It repeats an earlier request and a reasonable interval has not passed',
    },
    tells: 'RequestAssessed',
    state: 'Open',
    date: month,
  },
  'estimate-fee': {
    before: assessed,
    choose: { 'On what basis?': 'The request is manifestly unfounded or excessive (Article 12(5))' },
    write: { 'How much, in pence?': '2550' },
    tells: 'FeeEstimated',
    state: 'Open',
    date: month,
  },
  'ask-for-fee': {
    before: assessed,
    choose: {
      'On what basis?': 'The request is manifestly unfounded or excessive (Article 12(5))',
      'What was the request assessed as?': 'Manifestly excessive',
    },
    write: { 'How much, in pence?': '2550' },
    tells: 'FeeRequested',
    state: 'Waiting for a fee',
    date: noDate,
  },
  'record-fee': { before: charged, tells: 'FeePaid', state: 'Open', date: month },
  'refund-fee': {
    before: async life => {
      await charged(life);
      await life.give('record-fee', { on });
      await life.happens('FeePaid');
      return undefined;
    },
    choose: { 'Why is it paid back?': 'Other' },
    tells: 'FeeRefunded',
    state: 'Open',
    date: month,
  },
} as const satisfies Partial<Record<VerbOfPages, EveryStep>>;
