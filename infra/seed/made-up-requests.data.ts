import type { commandBodies, OpenRequest, TimelineView } from '@duly/api-contract';

export type EventType = TimelineView['events'][number]['type'];

/** What a handler did next; given to the request's first case, or to the request where it is so marked. */
export interface MadeUpStep {
  readonly verb: keyof typeof commandBodies;
  readonly toRequest?: true;
  readonly body: Readonly<Record<string, unknown>>;
  /** What must have happened first: a letter that went out, mostly. */
  readonly after?: EventType;
  /** The day it happened, where the step says so: so many days before today. */
  readonly onDaysAgo?: number;
}

/** A request that nobody sent, received so many days before today. */
export interface MadeUpRequest {
  readonly stage: string;
  readonly receivedDaysAgo: number;
  readonly rights: OpenRequest['rights'];
  readonly channel: OpenRequest['channel'];
  readonly words: string;
  readonly subject: { readonly name: string; readonly email?: string; readonly postalAddress?: string };
  readonly requester?: { readonly name: string; readonly email: string };
  readonly steps: readonly MadeUpStep[];
}

const askForIdentity: MadeUpStep = {
  verb: 'ask-for-identity',
  toRequest: true,
  body: {
    doubts: 'The address is not the one in our records.',
    words: 'A copy of a recent bill or a council tax letter that shows your name and address.',
  },
};

/** A dozen lives, each at another stage. The names are made up and the domain can never exist. */
export const madeUpRequests: readonly MadeUpRequest[] = [
  {
    stage: 'new',
    receivedDaysAgo: 0,
    rights: ['access'],
    channel: 'email',
    words: 'Please send me everything you hold about my housing application.',
    subject: { name: 'Ottoline Penhaligon', email: 'ottoline@penhaligon.example' },
    steps: [],
  },
  {
    stage: 'two rights in one letter',
    receivedDaysAgo: 2,
    rights: ['access', 'erasure'],
    channel: 'web-form',
    words: 'I want a copy of my library record, and then please delete it.',
    subject: { name: 'Barnaby Quill', email: 'barnaby@quill.example' },
    steps: [],
  },
  {
    stage: 'waiting for identity',
    receivedDaysAgo: 3,
    rights: ['access'],
    channel: 'email',
    words: 'Send me my council tax history.',
    subject: { name: 'Clementine Ashdown', email: 'clementine@ashdown.example' },
    steps: [askForIdentity],
  },
  {
    stage: 'identity to be checked',
    receivedDaysAgo: 5,
    rights: ['access'],
    channel: 'email',
    words: 'I ask for a copy of my social care file.',
    subject: { name: 'Digby Thornquist', email: 'digby@thornquist.example' },
    steps: [
      askForIdentity,
      { verb: 'record-identity', toRequest: true, body: {}, after: 'IdentityRequested', onDaysAgo: 0 },
    ],
  },
  {
    stage: 'paused for clarification',
    receivedDaysAgo: 6,
    rights: ['access'],
    channel: 'post',
    words: 'I want all my data.',
    subject: { name: 'Esmeralda Voss', email: 'esmeralda@voss.example' },
    steps: [
      {
        verb: 'ask-for-clarification',
        body: {
          words: 'Which service and which years do you mean?',
          reasons: 'Eleven services hold records, some of them since 1987.',
        },
      },
    ],
  },
  {
    stage: 'waiting for a fee',
    receivedDaysAgo: 8,
    rights: ['rectification'],
    channel: 'email',
    words: 'Correct my name in every document since 1990 for the ninth time.',
    subject: { name: 'Fitzgerald Munt', email: 'fitzgerald@munt.example' },
    steps: [
      {
        verb: 'assess-request',
        body: {
          finding: 'manifestly-excessive',
          factors: [{ factor: 'repeats', words: 'Eight corrections in the same words, all made this year.' }],
          reasons: 'The name is right in every document.',
        },
      },
      {
        verb: 'ask-for-fee',
        body: {
          basis: '12(5)',
          amountPence: 2_500,
          assessment: 'manifestly-excessive',
          reasons: 'The same correction was asked for and made eight times this year.',
        },
      },
    ],
  },
  {
    stage: 'extended',
    receivedDaysAgo: 20,
    rights: ['access'],
    channel: 'email',
    words: 'A copy of all correspondence about the Mill Lane development that names me.',
    subject: { name: 'Georgiana Wray', email: 'georgiana@wray.example' },
    steps: [
      {
        verb: 'extend-time',
        body: { ground: 'complexity', reasons: 'Nine mailboxes and a paper archive must be searched.' },
      },
    ],
  },
  {
    stage: 'due soon',
    receivedDaysAgo: 26,
    rights: ['portability'],
    channel: 'web-form',
    words: 'My energy readings in a file that another supplier can read.',
    subject: { name: 'Horatio Blenk', email: 'horatio@blenk.example' },
    steps: [{ verb: 'add-note', body: { words: 'The file is being prepared.', completes: 'assess' } }],
  },
  {
    stage: 'late',
    receivedDaysAgo: 40,
    rights: ['access'],
    channel: 'telephone',
    words: 'She asked by telephone for a copy of her complaint file.',
    subject: { name: 'Isadora Crump', postalAddress: '3 Tallow Court\nExampleton\nEX1 9ZZ' },
    steps: [],
  },
  {
    stage: 'answered',
    receivedDaysAgo: 12,
    rights: ['access'],
    channel: 'email',
    words: 'A copy of my parking permit record.',
    subject: { name: 'Jocasta Finch', email: 'jocasta@finch.example' },
    steps: [
      {
        verb: 'answer',
        body: { extent: 'wholly', words: 'Your permit record is enclosed.' },
        after: 'NoticeGiven',
      },
    ],
  },
  {
    stage: 'refused',
    receivedDaysAgo: 9,
    rights: ['erasure'],
    channel: 'email',
    words: 'Delete my unpaid fines.',
    subject: { name: 'Kasimir Oddy', email: 'kasimir@oddy.example' },
    steps: [
      {
        verb: 'judge-erasure-ground',
        body: { ground: 'no_longer_necessary', applies: true, reasons: 'The case was decided.' },
      },
      {
        verb: 'judge-erasure-exception',
        body: {
          exception: 'legal_claims',
          applies: true,
          extent: 'wholly',
          reasons: 'The fines are before the court.',
        },
      },
      {
        verb: 'refuse',
        body: {
          extent: 'wholly',
          ground: 'right-does-not-apply',
          reasons: 'The record is needed to carry out a task in the public interest and for legal claims.',
        },
        after: 'NoticeGiven',
      },
    ],
  },
  {
    stage: 'withdrawn',
    receivedDaysAgo: 4,
    rights: ['objection_direct_marketing'],
    channel: 'social-media',
    words: 'Stop sending me your newsletter!',
    subject: { name: 'Leopold Marsh', email: 'leopold@marsh.example' },
    steps: [
      {
        verb: 'withdraw',
        body: { words: 'I have found the link, thank you.' },
        after: 'NoticeGiven',
        onDaysAgo: 0,
      },
    ],
  },
];
