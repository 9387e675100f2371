import { listingOwed, passingOnOwed } from '../duties/marketing/judge.js';
import type { AbsoluteRules, Lack } from './right-rules.js';

const cite = 'UK GDPR Art 21(2)–(3) (R42)';
const lack = (message: string): Lack => ({
  cite,
  message: `An objection to direct marketing is absolute: ${message}`,
  remedy: 'Stop the marketing and answer.',
});

const noFee = lack('no fee can be charged for it.');
const noMoreTime = lack('there is nothing to extend.');
const noHurdle: Lack = {
  cite: 'UK GDPR Art 21(3) (R61)',
  message: 'An objection to direct marketing has no hurdle: nobody proves who they are to be left in peace.',
  remedy:
    'Ask what you need to find the right record (`ask-which-record`); the marketing has stopped already.',
};

export const directMarketing: AbsoluteRules = {
  cite,
  verbs: ['ask-which-record', 'pass-on-objection', 'list-objector'],
  owes: [listingOwed, passingOnOwed],
  lacks: {
    refuse: { ...lack('it can never be refused.'), code: 'cannot-be-refused' },
    'ask-for-fee': noFee,
    'estimate-fee': noFee,
    'extend-time': noMoreTime,
    'remove-extension': noMoreTime,
    'assess-request': lack('nothing is weighed against it.'),
    'ask-for-identity': noHurdle,
    'ask-for-authority': noHurdle,
  },
};
