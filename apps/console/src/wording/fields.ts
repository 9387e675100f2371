/** What a field of a step is called; first as the step has it, then as all have it. */
const labels: Readonly<Record<string, string>> = {
  'ask-for-identity.doubts': 'Why do you doubt who is asking? (for the record; not sent)',
  'ask-for-identity.words': 'What do you ask the person to show?',
  'ask-for-authority.words': 'What do you ask them to show?',
  'ask-for-clarification.words': 'What do you need to know?',
  'ask-for-clarification.reasons': 'Why do you need it? (for the record)',
  'record-clarification.words': 'What did the person say?',
  'ask-for-fee.reasons': 'Why is there a fee, and how was it worked out?',
  'extend-time.reasons': 'Why is more time needed? The person is told this.',
  'extend-time.promisedDate': 'By when will you answer, if sooner than the law allows?',
  'refuse.reasons': 'Why? The person is told this.',
  'answer.words': 'What does the answer say?',
  'withdraw.words': 'What did the person say?',
  'record-notice-given.decided': 'Which letter?',
  'correct-receipt-date.receivedOn': 'When was it received?',
  'add-note.words': 'The note',
  'add-note.completes': 'Does it finish a piece of work?',
  'record-search.words': 'Where did you look, and for what?',
  'record-search.leftOut': 'What was left out, and why?',
  'approve.proposal': 'Number of the step to approve',
  'decline-approval.proposal': 'Number of the step to decline',
  'refund-fee.ask': 'Number of the step that asked for the fee',
  'take-back.record': 'Number of the step to take back',
  words: 'In your own words',
  reasons: 'Reasons',
  reasonForLateness: 'Why is it late? The person is told this.',
  despite: 'Why now, although something of this right is not on record yet?',
  on: 'On which day?',
  at: 'At what time, if you know it?',
  ground: 'On what ground?',
  extent: 'In full or in part?',
  sufficient: 'Is it enough?',
  how: 'How?',
  basis: 'On what basis?',
  amountPence: 'How much, in pence?',
  assessment: 'What was the request assessed as?',
  finding: 'What did you find?',
  outcome: 'What came of it?',
  isTold: 'Is the person told of it?',
  agrees: 'Do they agree?',
  applies: 'Does it apply?',
  because: 'Why?',
  other: 'The other case',
};

/** @param step a verb of the API */
export function fieldLabel(step: string, field: string, inPlain: (word: string) => string): string {
  const own = `${step}.${field}`;
  if (Object.hasOwn(labels, own)) return labels[own] ?? '';
  return Object.hasOwn(labels, field) ? (labels[field] ?? '') : inPlain(field);
}
