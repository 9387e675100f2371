import { toCivilDate } from '@duly/law';
import type { Verb } from '@duly/case';
import { competenceExamples } from '../duties/competence.js';
import { enquiryExamples } from '../duties/enquiry.js';
import { takingBackExamples } from '../duties/taking-back.js';
import { escalationExamples } from '../duties/escalation.js';
import { linkingExamples } from '../duties/linking.js';
import { rarerEndExamples } from '../duties/rarer-ends.js';
import { correctionExamples } from '../duties/correction.js';
import { decisionExamples } from '../duties/decision.js';
import { erasureExamples } from '../duties/erasure.js';
import { recipientExamples } from '../duties/recipients.js';
import { restrictionExamples } from '../duties/restriction.js';
import { weighingExamples } from '../duties/weighing.js';
import { assessmentExamples } from '../duties/assessment.js';
import { complaintExamples } from '../duties/complaint.js';
import { feesExamples } from '../duties/fees.js';
import { marketingExamples } from '../duties/marketing.js';
import { exemptionExamples } from '../duties/exemptions.js';
import { particularsExamples } from '../duties/particulars.js';
import { othersExamples } from '../duties/others.js';
import { peopleExamples } from '../duties/people.js';
import { portabilityExamples } from '../duties/portability.js';
import { searchExamples } from '../duties/search.js';
import type { BodyOf } from '../command-bodies.js';

const on = toCivilDate('2026-07-14');

/** One body for each verb, as the published document shows it. */
export const bodyExamples: { readonly [Name in Verb]: BodyOf<Name> } = {
  'ask-for-identity': {
    doubts: 'The letter came from an address that we do not know.',
    words: 'Please send a copy of one bill that shows your name and your old address.',
  },
  'record-identity': { on },
  'judge-identity': {
    sufficient: false,
    reasons: 'The bill does not show a name. Please send one that does.',
  },
  'ask-for-authority': { words: 'Please send a signed note that says you may ask for this person.' },
  'record-authority': { on, sufficient: true },
  'ask-for-fee': {
    basis: '12(5)',
    amountPence: 2550,
    assessment: 'manifestly-excessive',
    reasons: 'This is the tenth time this year that the same files are asked for.',
    expectedVersion: 3,
  },
  'record-fee': { on },
  'refund-fee': { on, because: 'ask-set-aside', reasons: 'We should not have asked for a fee.' },
  'ask-for-clarification': {
    words: 'Which of our services do you want to know about?',
    reasons: 'We hold a lot of data about you, in nine places.',
  },
  'record-clarification': { on, words: 'Only housing, from 2020 on.' },
  'decline-clarification': { on },
  'extend-time': {
    ground: 'complexity',
    reasons: 'We have to look in four systems.',
    promisedDate: toCivilDate('2026-09-15'),
  },
  refuse: { extent: 'partly', ground: 'exemption', reasons: 'Two notes are about somebody else.' },
  answer: { extent: 'wholly', words: 'You will find a copy of what we hold with this letter.' },
  withdraw: { on, words: 'I no longer need this.' },
  abandon: { reasons: 'No reply since the warning.' },
  'record-notice-given': { decided: 4, how: 'post', on },
  reopen: { reasons: 'The papers have arrived after all.' },
  'correct-receipt-date': {
    receivedOn: toCivilDate('2026-06-30'),
    reasons: 'The letter reached the front desk a day earlier.',
  },
  'remove-extension': { reasons: 'It was not needed.' },
  'add-note': { words: 'Asked the archive for the files.', completes: 'assess' },
  approve: { proposal: 5 },
  'decline-approval': { proposal: 5, reasons: 'The reasons do not fit this ground.' },
  ...assessmentExamples,
  ...complaintExamples,
  ...feesExamples,
  ...marketingExamples,
  ...searchExamples,
  ...escalationExamples,
  ...takingBackExamples,
  ...linkingExamples,
  ...rarerEndExamples,
  ...enquiryExamples,
  ...competenceExamples,
  ...correctionExamples,
  ...decisionExamples,
  ...erasureExamples,
  ...recipientExamples,
  ...restrictionExamples,
  ...weighingExamples,
  ...exemptionExamples,
  ...particularsExamples,
  ...othersExamples,
  ...peopleExamples,
  ...portabilityExamples,
};
