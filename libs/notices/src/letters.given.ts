import { toCivilDate } from '@duly/law';
import { absoluteRights } from './absolute-rights.given.js';
import { answersOfData } from './answers-of-data.given.js';
import type { LetterData, LetterKind } from './index.js';
import { answersOfDuties, lettersOfDuties } from './duties.given.js';
import { feeLetters } from './fee-letters.given.js';
import { ofCase, person } from './people.given.js';
import { rarerEnds } from './rarer-ends.given.js';
import { staffLetters } from './staff-letters.given.js';
import { transferLetters } from './transfer-letters.given.js';

const day = toCivilDate;

type Examples = { readonly [Kind in LetterKind]: Readonly<Record<string, LetterData[Kind]>> };

/** Letters with fixed data, at least one of each kind, each variant under a name of its own. */
export const examples: Examples = {
  acknowledgement: {
    'by-email': { ...person, rights: ['access'], channel: 'email', dueDate: day('2026-08-03') },
    spoken: {
      ...person,
      rights: ['access', 'erasure'],
      channel: 'telephone',
      wordsNoted: 'Please send me all you have on me.\nThen delete it.',
      dueDate: null,
    },
    'in-large-print': {
      ...person,
      isLarge: true,
      rights: ['access'],
      channel: 'email',
      dueDate: day('2026-08-03'),
    },
    overlooked: {
      ...person,
      rights: ['erasure'],
      channel: 'post',
      origin: 'overlooked',
      dueDate: day('2026-08-03'),
    },
    'for-another': {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      rights: ['access', 'portability'],
      channel: 'post',
      dueDate: day('2026-08-03'),
    },
    'marketing-not-stopped-yet': {
      ...person,
      rights: ['objection_direct_marketing'],
      channel: 'telephone',
      wordsNoted: 'Stop ringing me.',
      dueDate: day('2026-08-03'),
      unlisted: true,
    },
    'marketing-not-stopped-yet-for-another': {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      rights: ['objection_direct_marketing'],
      channel: 'post',
      dueDate: null,
      unlisted: true,
    },
  },
  identity: {
    'asked-once': {
      ...person,
      ask: 'first',
      doubts:
        'Your letter came from an address that we do not know. The name on it is shared by many people.',
      whatIsAsked: 'Please send a copy of one bill that shows your name and your old address.',
      waitUntil: day('2026-08-06'),
    },
    'asked-again': {
      ...person,
      ask: 'again',
      whatIsMissing: 'The bill you sent does not show a name. Please send one that does.',
    },
    'asked-after-the-month': {
      ...person,
      on: day('2026-08-10'),
      ask: 'first',
      doubts: 'The name on the letter is not the one we know.',
      whatIsAsked: 'Please send a copy of one bill that shows your name.',
      movesNothing: true,
    },
    'before-19-june-2026': {
      ...person,
      on: day('2026-06-18'),
      receivedOn: day('2026-06-15'),
      ask: 'first',
      doubts: 'We have two people of your name.',
      whatIsAsked: 'Please tell us your date of birth.',
    },
  },
  authority: {
    agent: {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      ask: 'first',
      whatIsAsked: 'Please send a note, signed by Ann Lee, that says you may ask for her.',
      waitUntil: day('2026-08-06'),
    },
    'asked-again': {
      ...person,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      ask: 'again',
      whatIsMissing: 'The note you sent is not signed. Please send one that is.',
    },
  },
  ...feeLetters,
  clarification: {
    asked: {
      ...ofCase,
      whatIsAsked: 'Which of our services do you want to know about? From which years?',
      reasons: 'We hold a lot of data about you, in nine places. We want to find what matters to you first.',
      waitUntil: day('2026-08-06'),
    },
  },
  extension: {
    complexity: {
      ...ofCase,
      ground: 'complexity',
      reasons: 'We have to look in four systems. Some of the files also name other people.',
      dueDate: day('2026-08-03'),
      extendedDueDate: day('2026-10-01'),
      promisedOn: day('2026-09-15'),
    },
    'while-paused': {
      ...ofCase,
      ground: 'complexity',
      reasons: 'We have to look in four systems.',
      dueDate: null,
      extendedDueDate: null,
    },
    'number-of-requests': {
      ...ofCase,
      ground: 'number-of-requests',
      reasons: 'You sent us six requests in May. We work on them one by one.',
      dueDate: day('2026-08-03'),
      extendedDueDate: day('2026-10-01'),
    },
  },
  refusal: {
    'partly-in-one-text-and-late': {
      ...ofCase,
      on: day('2026-08-10'),
      extent: 'partly',
      ground: 'right-does-not-apply',
      reasons: 'We keep the notes of 3 March as they are, since they are right.',
      lateBecause: 'Your letter lay in the wrong office.',
    },
    wholly: {
      ...ofCase,
      extent: 'wholly',
      ground: 'manifestly-excessive',
      reasons: 'We sent you the same files in May and in June. They have not changed since.',
    },
    'partly-by-paragraph': {
      ...ofCase,
      extent: 'partly',
      ground: 'exemption',
      reasons: 'They give us advice about your claim.',
      exemptions: [{ exemption: 'legal_professional_privilege', covers: 'Two letters of 3 March.' }],
    },
    partly: {
      ...ofCase,
      extent: 'partly',
      ground: 'exemption',
      whatIsRefused: 'The two notes of 3 March.',
      reasons: 'They are mostly about your neighbour, who does not want us to share them.',
    },
    'before-19-june-2026': {
      ...ofCase,
      on: day('2026-06-18'),
      receivedOn: day('2026-06-01'),
      right: 'erasure',
      extent: 'wholly',
      ground: 'exemption',
      reasons: 'The law tells us to keep tax files for six years.',
    },
  },
  answer: {
    wholly: {
      ...ofCase,
      extent: 'wholly',
      whatWeDid: 'We looked in all our systems. You will find a copy of what we hold with this letter.',
    },
    'partly-and-late': {
      ...ofCase,
      on: day('2026-08-10'),
      extent: 'partly',
      whatWeDid: 'You will find a copy of your files with this letter.',
      whatIsLeftOut: 'We blacked out the names of two other people. They do not want us to share them.',
      lateBecause: 'One of our systems was down for nine days.',
    },
    ...answersOfData,
    ...answersOfDuties,
  },
  withdrawal: {
    confirmed: { ...ofCase, withdrawnOn: day('2026-07-04') },
    'of-an-objection': { ...ofCase, right: 'objection_direct_marketing', withdrawnOn: day('2026-07-04') },
  },
  'abandonment-warning': {
    identity: {
      ...ofCase,
      on: day('2026-08-06'),
      awaited: 'identity',
      askedOn: day('2026-07-06'),
      whatIsAsked: 'Please send a copy of one bill that shows your name.',
      closeAfter: day('2026-08-20'),
    },
    'what-identifies': {
      ...ofCase,
      on: day('2026-08-06'),
      awaited: 'what-identifies',
      askedOn: day('2026-07-06'),
      whatIsAsked: 'A picture of your coat, and the hour at which you were in the shop.',
      closeAfter: day('2026-08-20'),
    },
    clarification: {
      ...ofCase,
      on: day('2026-08-06'),
      awaited: 'clarification',
      askedOn: day('2026-07-06'),
      whatIsAsked: 'Which years do you want to know about?',
      closeAfter: day('2026-08-20'),
    },
  },
  abandonment: {
    fee: {
      ...ofCase,
      on: day('2026-08-21'),
      awaited: 'fee',
      askedOn: day('2026-07-06'),
      closedOn: day('2026-08-21'),
    },
    authority: {
      ...ofCase,
      addressee: 'Lee & Co',
      actingFor: 'Ann Lee',
      on: day('2026-08-21'),
      awaited: 'authority',
      askedOn: day('2026-07-06'),
      closedOn: day('2026-08-21'),
    },
  },
  ...rarerEnds,
  ...lettersOfDuties,
  'reminder-to-requester': {
    fee: {
      ...ofCase,
      on: day('2026-07-20'),
      awaited: 'fee',
      askedOn: day('2026-07-06'),
      waitUntil: day('2026-08-06'),
    },
    'what-identifies': {
      ...ofCase,
      on: day('2026-07-20'),
      awaited: 'what-identifies',
      askedOn: day('2026-07-06'),
      waitUntil: day('2026-08-06'),
    },
    clarification: {
      ...ofCase,
      on: day('2026-07-20'),
      awaited: 'clarification',
      askedOn: day('2026-07-06'),
      whatIsAsked: 'Which years do you want to know about?',
    },
  },
  disclosure: {
    'new-link': {
      ...ofCase,
      disclosure: {
        way: 'link',
        url: 'https://rights.council.example/d/x7Yk',
        until: day('2026-07-15'),
        uses: 1,
        codeBy: 'post',
        hasPassword: true,
      },
    },
    sent: { ...ofCase, right: 'portability', disclosure: { way: 'transfer', receiver: 'Other Bank plc' } },
  },
  transfer: transferLetters,
  ...staffLetters,
  ...absoluteRights,
};
