import { caseCommandRoutes, requestCommandRoutes, type Route, type TaskView } from '@duly/api-contract';
import type { Verb } from '@duly/case';
import { doingWords } from './doing-words.js';
import { doneWords } from './done-words.js';

export interface StepGroup {
  readonly title: string;
  readonly steps: readonly Verb[];
}

const routes: Readonly<Record<string, Route>> = { ...requestCommandRoutes, ...caseCommandRoutes };

/** What a step is called: as the API’s own document has it. */
export const stepTitle = (verb: Verb): string => (routes[verb]?.summary ?? verb).replace(forEachCase, '');

const forEachCase = /, for every open case of the request$/u;

/** What was just done, a verb or one of the few other doings. */
export const doneInWords = (done: string): string =>
  done === 'open-request'
    ? 'The request is recorded.'
    : (doingWords[done]?.done ?? (isVerb(done) ? doneWords[done] : done));

const isVerb = (done: string): done is Verb => Object.hasOwn(doneWords, done);

/** Where its page is, after the address of the case; who takes part has a page of its own. */
export const pathOfStep = (verb: Verb): string =>
  verb === 'name-people' ? 'people/subject' : `steps/${verb}`;

/** What a task is about, as the page of a step that ends it wants it filled in; a number, never a word. */
export function aboutField(verb: Verb, { about }: Pick<TaskView, 'about'>): string {
  if (verb === 'record-notice-given') return `decided=${about}`;
  if (verb === 'approve' || verb === 'decline-approval') return `proposal=${about}`;
  return verb === 'record-recipient-outcome' ? `recipient=${about}` : '';
}

/** What can be done next, by what one wants to do. The API says whether the case takes it now, and why not. */
export const stepGroups: readonly StepGroup[] = [
  { title: 'Answer or refuse', steps: ['answer', 'refuse', 'give-outcome', 'withdraw', 'abandon'] },
  {
    title: 'Take time, or stop the clock',
    steps: [
      'extend-time',
      'ask-for-clarification',
      'record-clarification',
      'decline-clarification',
      'remove-extension',
      'correct-receipt-date',
      'tell-progress',
    ],
  },
  {
    title: 'Know who is asking',
    steps: [
      'ask-for-identity',
      'record-identity',
      'judge-identity',
      'ask-for-authority',
      'record-authority',
      'assess-competence',
      'cannot-identify',
      'ask-which-record',
      'name-people',
    ],
  },
  {
    title: 'Ask for a fee',
    steps: ['estimate-fee', 'assess-request', 'ask-for-fee', 'record-fee', 'refund-fee'],
  },
  {
    title: 'Find the data, and judge what may be told',
    steps: [
      'record-search',
      'record-particulars',
      'review-other-person',
      'find-no-other-person',
      'apply-exemption',
      'review-exemption',
      'test-item',
      'record-agreement',
      'decide-transfer',
    ],
  },
  {
    title: 'Correct, erase, restrict or stop',
    steps: [
      'record-finding',
      'record-correction',
      'judge-erasure-ground',
      'judge-erasure-exception',
      'carry-out-erasure',
      'record-public-steps',
      'restrict',
      'lift-restriction',
      'weigh-objection',
      'stop-processing',
      'pass-on-objection',
      'explain-decision',
      'record-representations',
      'record-intervention',
      'decide-again',
    ],
  },
  {
    title: 'Tell those who were given the data',
    steps: ['name-recipient', 'record-no-recipients', 'record-recipient-outcome', 'disclose-recipients'],
  },
  {
    title: 'Note, post and put right',
    steps: [
      'add-note',
      'escalate',
      'record-notice-given',
      'approve',
      'decline-approval',
      'take-back',
      'link-case',
      'unlink-case',
      'reclassify',
      'reopen',
      'record-death',
      'promote',
      'dismiss',
    ],
  },
];
