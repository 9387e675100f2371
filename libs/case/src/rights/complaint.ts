import type { AbsoluteRules, Lack } from './right-rules.js';

const cite = 'DPA 2018 s.164A(3)–(5) (R50, R52)';
const lack = (message: string, remedy: string): Lack => ({ cite, message, remedy });

const noHurdle = lack(
  'A complaint to us has no hurdle: its thirty days wait for nobody’s papers.',
  'Acknowledge it, and ask within the enquiries what you need to know (`tell-progress`).',
);
const noFee = lack('A complaint to us costs nothing.', 'Look into it and give the outcome (`give-outcome`).');
const noPause = lack(
  'Nothing stops the thirty days of a complaint, and nothing extends them.',
  'Acknowledge it; the outcome follows without undue delay.',
);
const noAnswer = lack(
  'A complaint is not answered or refused like a request: it has an outcome.',
  'Give the outcome (`give-outcome`), also where nothing was wrong.',
);
const noWeighing = lack(
  'Only a request is assessed as manifestly unfounded or excessive; a complaint is looked into.',
  'Make the enquiries that are appropriate, and give the outcome (`give-outcome`).',
);

/** A complaint to the controller, about a case of ours or about anything else done with the person's data (R54). */
export const complaint: AbsoluteRules = {
  cite,
  verbs: ['tell-progress', 'give-outcome'],
  owes: [],
  lacks: {
    'ask-for-identity': noHurdle,
    'record-identity': noHurdle,
    'judge-identity': noHurdle,
    'ask-for-authority': noHurdle,
    'record-authority': noHurdle,
    'ask-for-fee': noFee,
    'estimate-fee': noFee,
    'record-fee': noFee,
    'refund-fee': noFee,
    'ask-for-clarification': noPause,
    'record-clarification': noPause,
    'decline-clarification': noPause,
    'extend-time': noPause,
    'remove-extension': noPause,
    'assess-request': noWeighing,
    refuse: noAnswer,
    answer: noAnswer,
    abandon: noAnswer,
  },
};
