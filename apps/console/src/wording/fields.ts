/** What a field of a step is called; first as the step has it, then as all have it. */
const labels: Readonly<Record<string, string>> = {
  'ask-for-identity.doubts': 'Why do you doubt who is asking? The person is told this.',
  'ask-for-identity.words': 'What do you ask the person to show? The person is told this.',
  'ask-for-authority.words': 'What do you ask them to show? They are told this.',
  'record-authority.authority': 'Of a parent: whose word was shown?',
  'judge-identity.sufficient': 'Do the papers show who is asking?',
  'judge-identity.reasons': 'What was shown? If it is not enough: what is missing? The person is told that.',
  'record-authority.sufficient': 'Does it show that they may ask?',
  'record-authority.reasons': 'What was shown? If it is not enough: what is missing? They are told that.',
  'ask-for-clarification.words': 'What do you need to know? The person is asked this.',
  'ask-for-clarification.reasons': 'Why do you need it? The person is told this.',
  'record-clarification.words': 'What did the person say?',
  'ask-for-fee.reasons': 'Why is there a fee, and how was it worked out? The person is told this.',
  'refund-fee.because': 'Why is it paid back?',
  'refund-fee.ask': 'Which fee?',
  'extend-time.reasons': 'Why is more time needed? The person is told this.',
  'extend-time.promisedDate': 'By when will you answer, if sooner than the law allows?',
  'refuse.reasons': 'Why? The person is told this.',
  'answer.words': 'What does the answer say?',
  'answer.delivery': 'How does the copy of the data reach the person?',
  'withdraw.words': 'What did the person say?',
  'abandon.reasons': 'Why is it closed? The person is told this.',
  'reopen.reasons': 'Why is it opened again?',
  'record-notice-given.decided': 'Which letter?',
  'record-notice-given.how': 'How was it given?',
  'correct-receipt-date.receivedOn': 'When was it received?',
  'correct-receipt-date.receivedAt': 'At what time, if you know it?',
  'correct-receipt-date.reasons': 'How do you know?',
  'add-note.words': 'The note',
  'add-note.completes': 'Does it finish a piece of work?',
  'record-search.words': 'Where did you look, and for what?',
  'record-search.leftOut': 'What was left out, and why?',
  'approve.proposal': 'Which step do you approve?',
  'decline-approval.proposal': 'Which step do you decline?',
  'decline-approval.reasons': 'Why do you decline it?',
  'take-back.record': 'What is taken back?',
  'take-back.reasons': 'Why was it wrong?',
  'assess-request.factors': 'What was weighed?',
  'tell-progress.words': 'How do the enquiries stand? The person is told this.',
  'give-outcome.words': 'What was found, and what is done about it? The person is told this.',
  'estimate-fee.words': 'How was it worked out? The person is told this.',
  'ask-which-record.words': 'What do you ask?',
  'pass-on-objection.words': 'Who was told, and what was stopped? Or was there nobody?',
  'escalate.reasons': 'What do you need help with?',
  'link-case.other': 'Reference of the other case',
  'link-case.because': 'How do they belong together?',
  'link-case.words': 'What shows it?',
  'unlink-case.other': 'Reference of the other case',
  'cannot-identify.reasons': 'Why can we not tell which data are this person’s?',
  'cannot-identify.words': 'What could the person send that would help?',
  'cannot-identify.canBeTold': 'Can the person be reached?',
  'record-death.words': 'How do we know?',
  'record-death.on': 'On which day did they die, or did we learn of it?',
  'reclassify.as': 'Which right does the letter use?',
  'reclassify.reasons': 'How do you know?',
  'promote.words': 'Why is it a request?',
  'dismiss.reasons': 'Why is it no request? The person is told this.',
  'assess-competence.aged': 'How old is the child?',
  'assess-competence.livesIn': 'Where does the child live?',
  'assess-competence.competent': 'Does the child understand what it means to ask?',
  'assess-competence.agrees': 'Does the child agree that the parent asks?',
  'assess-competence.reasons': 'How do you know?',
  'record-finding.words': 'Which data is it about?',
  'record-finding.reasons': 'How was it checked?',
  'record-correction.finding': 'Which finding is put right?',
  'record-correction.how': 'How was it put right?',
  'record-correction.words': 'What does it say now?',
  'record-correction.isEarlierKept': 'Is what it said before kept, where a copy can still show it?',
  'name-recipient.words': 'Who has the data?',
  'record-no-recipients.reasons': 'How do you know that nobody has the data?',
  'record-recipient-outcome.recipient': 'Who was to be told?',
  'record-recipient-outcome.reasons': 'If they were not told: why not?',
  'disclose-recipients.on': 'On which day did the person ask?',
  'restrict.words': 'Which data, and how is it marked?',
  'lift-restriction.restriction': 'Which restriction?',
  'lift-restriction.reasons': 'Why is it lifted? The person is told this.',
  'weigh-objection.basis': 'What does the use of the data rest on?',
  'weigh-objection.compellingGrounds': 'Do compelling grounds weigh more than the person’s interests?',
  'weigh-objection.legalClaims': 'Is the data needed for legal claims?',
  'weigh-objection.publicInterestTask': 'Of research: does a task in the public interest need it?',
  'weigh-objection.words': 'What are the person’s situation and interests?',
  'stop-processing.words': 'What was stopped?',
  'explain-decision.words': 'What was decided, from which data, and what counted? The person is told this.',
  'record-representations.contests': 'Does the person contest the decision?',
  'record-representations.words': 'What did the person say?',
  'record-intervention.reviewer': 'Who looked at the decision?',
  'record-intervention.configuredBy': 'Who took the decision, or set up what took it?',
  'record-intervention.words': 'What did they look at?',
  'record-intervention.reasons': 'Why are they able to judge it, and free to change it?',
  'judge-erasure-ground.isFromChild': 'Was the data collected from a child?',
  'judge-erasure-exception.exception': 'Which exception?',
  'judge-erasure-exception.extent': 'To all of the data, or to a part?',
  'carry-out-erasure.words': 'What was erased?',
  'carry-out-erasure.backups': 'What happens to the backups, and until when?',
  'carry-out-erasure.wasPublic': 'Had the data been made public?',
  'record-public-steps.words': 'What was done so that others erase it too?',
  'apply-exemption.exemption': 'Which exemption?',
  'apply-exemption.words': 'Which data does it cover?',
  'apply-exemption.reasons': 'Why does it apply here?',
  'apply-exemption.prejudice': 'What would be harmed by answering?',
  'review-exemption.applied': 'Which exemption?',
  'review-exemption.agrees': 'Do you agree?',
  'record-particulars.isProcessed': 'Do we use data about the person at all?',
  'record-particulars.purposes': 'What for?',
  'record-particulars.dataCategories': 'Which kinds of data?',
  'record-particulars.disclosedTo': 'Who has it, or will have it?',
  'record-particulars.keptFor': 'How long is it kept, or how is that decided?',
  'record-particulars.obtainedFrom': 'Where does it come from, if not from the person?',
  'record-particulars.automatedDecisions': 'How do machines decide with it, and what follows?',
  'record-particulars.transfersAbroad': 'What protects it where it is sent abroad?',
  'record-particulars.none': 'Of which of these did you look, and there is none?',
  'review-other-person.words': 'Who is it, and what tells of them?',
  'review-other-person.decision': 'What becomes of it?',
  'find-no-other-person.words': 'How was that made sure of?',
  'test-item.item': 'Does it take the place of an earlier test?',
  'test-item.words': 'What is the item?',
  'test-item.isAutomated': 'Is it processed by machine?',
  'test-item.origin': 'Where does it come from?',
  'test-item.harmsOthers': 'Would sending it harm others?',
  'test-item.reasons': 'If so: how?',
  'test-item.otherParties': 'How many others does the data belong to as well?',
  'record-agreement.item': 'Which item?',
  'record-agreement.party': 'Which of the others is it? (a number of your own)',
  'record-agreement.words': 'Who is it, and how did they say so?',
  'decide-transfer.isFeasible': 'Can the data be sent straight to the other controller?',
  'record-posted.words': 'How? For example, the number of the parcel.',
  'set-source-aside.reasons': 'Why do you go on without it?',
  'remove-document.reasons': 'Why does it not belong here?',
  'mark-item.mark': 'What becomes of it?',
  'mark-item.fields': 'Which fields are left out of every record?',
  'mark-item.records': 'Which records are left out? Their numbers, with commas.',
  'mark-item.replacedBy': 'Of a document: which document goes in its place?',
  'mark-item.because': 'Why is something left out?',
  'mark-item.exemption': 'If an exemption applies: which?',
  'mark-item.words': 'What is it, and why?',
  'judge-item.decision': 'Is it kept?',
  'judge-item.because': 'If it is deleted: why?',
  'judge-item.otherPeople': 'Does it tell of other people?',
  'judge-item.otherPeopleBasis': 'If it is kept and tells of others: on which basis?',
  'judge-item.words': 'What did you look at, and why is it needed or not?',
  'accept-incoming.basis': 'On which basis do we use it?',
  'accept-incoming.words': 'What do we use it for? The person is told this.',
  'reject-incoming.words': 'Why do we take nothing of it? The person is told this.',
  'prepare-delivery.receiver': 'If it goes straight to another controller: to which?',
  'stop-marketing-to.email': 'E-mail address',
  'stop-marketing-to.phone': 'Telephone number',
  'stop-marketing-to.postalAddress': 'Postal address',
  'may-i-market.email': 'E-mail address',
  'may-i-market.phone': 'Telephone number',
  'may-i-market.postalAddress': 'Postal address',
  file: 'The document',
  words: 'In your own words',
  reasons: 'Why?',
  reasonForLateness: 'If it is late: why? The person is told this.',
  despite: 'If something of this right is not on record yet: why now?',
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
  encrypted: 'Is the copy locked with a password?',
  way: 'How is it sent?',
  codeBy: 'How is the code told? Never the same way as the link.',
  uses: 'How often may the link be used?',
  days: 'For how many days is the link good?',
};

/** What helps with a field, in words of ours: the API’s own are for programs. */
const hints: Readonly<Record<string, string>> = {
  amountPence: 'For example, 2550 is £25.50.',
  at: 'By the clock of London. For example, 14:30.',
  receivedAt: 'By the clock of London. For example, 14:30.',
  other: 'For example, DR-2026-000123-1.',
  uses: '3 if you leave it empty.',
  days: '14 if you leave it empty.',
  'record-death.words': 'For example, who told us.',
  'test-item.otherParties': '0 if it belongs to nobody else. Each of them must agree.',
  'apply-exemption.isTold': 'No, only where to say so would undo what it protects.',
  'record-finding.finding': 'An opinion is not wrong as long as it is clearly marked as one.',
  'link-case.because': 'All but “related” say that it is the same person.',
  'record-correction.how': 'A statement is added where the person disputes what we hold to be right.',
};

/** @param step a verb of the API, or another doing of the console */
export function fieldLabel(step: string, field: string, inPlain: (word: string) => string): string {
  return ownOf(labels, step, field) ?? inPlain(field);
}

export function fieldHint(step: string, field: string): string | undefined {
  return ownOf(hints, step, field);
}

/** What the schema leaves open and the rule asks for all the same: nobody is told that it is optional. */
const neededByRule = ['refuse.reasons', 'extend-time.reasons', 'ask-for-fee.reasons'];

export const isNeededByRule = (step: string, field: string): boolean =>
  neededByRule.includes(`${step}.${field}`);

/** Whether somebody has written what the page calls it. */
export const isLabelled = (step: string, field: string): boolean => ownOf(labels, step, field) !== undefined;

function ownOf(words: Readonly<Record<string, string>>, step: string, field: string): string | undefined {
  const key = [`${step}.${field}`, field].find(one => Object.hasOwn(words, one));
  return key === undefined ? undefined : words[key];
}

const plainErrors: Readonly<Record<string, string>> = {
  date: 'must be a day, such as 27 3 2026',
  instant: 'must be a time, such as 14:30',
  number: 'must be a whole number',
  choice: 'choose one of them',
  choices: 'choose at least one of them',
  'yes-or-no': 'choose yes or no',
};

/** An error at the top of a page: a question loses its mark before the colon. */
export const errorLine = (label: string, message: string): string =>
  `${label.replace(/(?: \(optional\))?[?.]?$/u, '')}: ${message}`;

/** An error beside a field: how to fill in its kind; of words the API’s own message, which is for people. */
export function fieldError(kind: string, message: string): string {
  if (message === 'is needed' && kind === 'words') return 'write something here';
  if (kind === 'number' && message.startsWith('must be')) return message;
  if (kind === 'date' && message.startsWith('must not be')) return message;
  if (message.startsWith('Too small') || message === 'must not be empty') return 'write something here';
  if (message.startsWith('Invalid URL')) return 'must be an address that begins with https://';
  return message.includes('calendar') && kind === 'date'
    ? 'there is no such day'
    : (plainErrors[kind] ?? message);
}
