import type { CaseView, NextStep } from '@duly/api-contract';
import { longDate } from './dates.js';
import { inPlainWords } from './plain-words.js';

/** What the page of a case says. */
export const caseWords = {
  said: 'What the person said or wrote',
  alarm: 'This case has an alarm',
  late: 'This case is late. The person has a right to their answer now: answer it, and say why it is late.',
  promised: 'We have promised an answer by',
  hold: 'While this case is open nothing of this person’s data may be deleted by routine, and to alter, hide or erase any of it to keep it from them is an offence',
  owes: 'Not yet on record, though the law asks for it before an answer',
  notNow: 'Not as things stand, and why',
  actsAs: 'Asks as',
  child: 'The person is a child',
  contact: 'Wants to be answered by',
  language: 'Language',
  format: 'Format of letters',
  adjustments: 'Adjustments',
  changePeople: 'Name or change',
  documents: 'Documents',
  noDocuments: 'No document belongs to this case yet.',
  save: 'Save',
  scan: {
    waiting: 'waiting to be scanned; it cannot be opened before',
    clean: 'scanned, clean',
    infected: 'harmful: it is kept closed',
    failed: 'could not be scanned; it is kept closed',
  },
  label: 'The label of the parcel',
  sources: 'Where the data is',
  noSources: 'No source has been asked yet.',
  collect: 'Ask every source',
  stillOpen: 'still to answer',
  packages: 'The copy of the data',
  noPackages: 'No copy has been built yet.',
  outOfDate: 'the review has changed since: build another',
  deliveries: 'How it reaches the person',
  noDeliveries: 'No delivery has been prepared yet.',
  tries: 'tries to send it',
  print: 'Print',
  possibleDuplicate: 'it may have arrived twice',
  recordedOn: 'recorded on',
  stoodStill: 'The month stood still',
  standsStill: 'The month stands still since',
  until: 'to',
} as const;

/** What a step would do to the date, were it taken today; before it is taken. */
export function effectInWords(step: NextStep): string {
  if (step.answer === 'depends') return 'What it does to the date depends on what you write.';
  const more = [
    ...new Set(step.letters.map(readerOf)),
    step.needsApproval ? 'Somebody else has to approve it.' : '',
    step.makesLate ? 'The case would be late.' : '',
  ];
  return [dateInWords(step), ...more].filter(text => text !== '').join(' ');
}

const readerOf = (kind: string): string => {
  const staff = /-to-(handler|manager)$/u.exec(kind)?.[1];
  return staff === undefined ? 'A letter goes to the person.' : `A letter goes to the ${staff}.`;
};

function dateInWords({ movesDate, dueDate, state }: NextStep): string {
  if (state.startsWith('CLOSED')) return 'The case would be closed.';
  if (!movesDate) return dueDate === null ? 'There is no date after it either.' : 'The date stays as it is.';
  if (dueDate !== null) return `Answer by ${longDate(dueDate)} after it.`;
  return state === 'PAUSED_CLARIFICATION'
    ? 'The month stands still until the person answers.'
    : 'There is no date until the person has sent what is asked for.';
}

/** How a letter was given where no mail server took it (R13). */
export const givenInWords = (given: {
  readonly how: string;
  readonly on: string;
  readonly postedOn?: string;
}): string =>
  given.postedOn === undefined
    ? `Given: ${inPlainWords(given.how).toLowerCase()}, ${longDate(given.on)}`
    : `Posted on ${longDate(given.postedOn)}; it counts as given on ${longDate(given.on)}`;

/** A letter that was decided on and whose outcome is not known; what it changes is not changed yet (R13). */
export const onItsWay = (letter: { readonly kind: string; readonly state: string }): string =>
  `${inPlainWords(letter.kind)}: ${inPlainWords(letter.state).toLowerCase()}. A notice counts from the day on which it is given.`;

export const partWords: Readonly<Record<string, string>> = {
  subject: 'The person whose data it is',
  requester: 'Who asks',
  recipient: 'Where the data goes',
  handler: 'The handler',
  manager: 'The manager',
};

export const wayOf = {
  link: 'By a link',
  post: 'By post',
  transfer: 'Straight to the other controller',
} as const;

/** How a case ended: of two ends with one state, people hear which it was. */
export const outcomeWords: Readonly<Record<NonNullable<CaseView['outcome']>, string>> = {
  answered: 'Answered',
  'partly-answered': 'Answered in part, refused in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  abandoned: 'Closed without a reply',
  died: 'Closed: the person has died',
  reclassified: 'Closed: it is dealt with as another right',
  dismissed: 'Closed: it was no request',
  'not-identified': 'Closed: we cannot tell which data are the person’s',
  concluded: 'The person has been told what came of it',
};

/** What can be done with a delivery, by the way it goes. */
export const doingsOfWay = {
  link: ['tell-code', 'renew-delivery'],
  post: ['record-posted'],
  transfer: ['begin-transfer'],
} as const;

export const letterColumns = ['Letter', 'To', 'What became of it'] as const;

/** Bytes as people say them: 48213 → “48 KB”. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
