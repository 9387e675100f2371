import { z } from 'zod';
import { clockView, letterContent, letterOnPaper, lettersView, timelineView } from '../case-parts.js';
import { caseList, caseView } from '../case-views.js';
import { nextSteps } from '../next-steps.js';
import { nextStepsExample } from '../examples/next-steps-example.js';
import { commandAnswer } from '../command-answers.js';
import { commandBodies } from '../command-bodies.js';
import { bodyExamples } from '../examples/body-examples.js';
import {
  clockExample,
  letterContentExample,
  lettersExample,
  timelineExample,
} from '../examples/part-examples.js';
import { caseExample, caseListExample, commandAnswerExample } from '../examples/view-examples.js';
import { casesQuery, idParams, letterParams, readQuery } from '../queries.js';
import {
  caseCommandProblems,
  caseVerbs,
  inCamelCase,
  permissionFor,
  problemsOfDelivery,
  summaries,
  type CaseVerb,
} from './commands.js';
import type { Route } from './route.js';

const read = {
  method: 'get',
  tag: 'cases',
  permission: 'read cases',
  params: idParams,
  query: readQuery,
  problems: ['no-such-case', 'erased', 'not-yet-there'],
} as const;

export const caseRoutes = {
  listCases: {
    operation: 'listCases',
    method: 'get',
    path: '/v1/cases',
    tag: 'cases',
    summary: 'Cases in the order of their due dates, narrowed as asked',
    permission: 'read cases',
    query: casesQuery,
    answers: [{ status: 200, description: 'One page of cases.', schema: caseList, example: caseListExample }],
    problems: [],
  },
  readCase: {
    ...read,
    operation: 'readCase',
    path: '/v1/cases/{id}',
    summary: 'One case, its dates, who takes part, what is to do, and its sisters',
    answers: [{ status: 200, description: 'The case.', schema: caseView, example: caseExample }],
  },
  readClock: {
    ...read,
    operation: 'readClock',
    path: '/v1/cases/{id}/clock',
    summary: 'How the date was worked out, step by step, with rule and article',
    answers: [
      { status: 200, description: 'The clock, explained.', schema: clockView, example: clockExample },
    ],
  },
  readSteps: {
    ...read,
    operation: 'readSteps',
    path: '/v1/cases/{id}/steps',
    summary: 'What can be done next, and what each step would do to the date before it is taken',
    answers: [
      {
        status: 200,
        description: 'Its steps, as its own judge answers to the plainest command of each today.',
        schema: nextSteps,
        example: nextStepsExample,
      },
    ],
  },
  readTimeline: {
    ...read,
    operation: 'readTimeline',
    path: '/v1/cases/{id}/timeline',
    summary: 'Everything that happened in the case, in order',
    answers: [{ status: 200, description: 'Its events.', schema: timelineView, example: timelineExample }],
  },
  readLetters: {
    ...read,
    operation: 'readLetters',
    path: '/v1/cases/{id}/letters',
    summary: 'Every letter of the case and what became of it',
    answers: [{ status: 200, description: 'Its letters.', schema: lettersView, example: lettersExample }],
  },
  readLetter: {
    operation: 'readLetter',
    method: 'get',
    path: '/v1/cases/{id}/letters/{letter}',
    tag: 'cases',
    summary: 'What one letter says, to be read, or printed and posted; noted in the audit log',
    permission: 'read cases',
    params: letterParams,
    answers: [
      { status: 200, description: 'The letter.', schema: letterContent, example: letterContentExample },
    ],
    problems: ['no-such-case', 'no-such-letter', 'erased'],
  },
  printLetter: {
    operation: 'printLetter',
    method: 'get',
    path: '/v1/cases/{id}/letters/{letter}/print',
    tag: 'cases',
    summary:
      'The letter as a tagged PDF for a DL window envelope, in large print where it is; noted in the audit log',
    permission: 'read cases',
    params: letterParams,
    answers: [
      {
        status: 200,
        description: 'The same bytes each time.',
        contentType: 'application/pdf',
        schema: letterOnPaper,
        example: '%PDF-1.7',
      },
    ],
    problems: ['no-such-case', 'no-such-letter', 'erased', 'not-printable', 'press-busy'],
  },
  readMessage: {
    operation: 'readMessage',
    method: 'get',
    path: '/v1/cases/{id}/letters/{letter}/message',
    tag: 'cases',
    summary: 'The message of one letter, byte by byte as it was sent; noted in the audit log',
    permission: 'read cases',
    params: letterParams,
    answers: [
      {
        status: 200,
        description: 'The message; its SHA-256 is the hash of the letter.',
        schema: z.string(),
        example:
          'From: rights@council.example\r\nSubject: We have received your request\r\n\r\nDear Ann Lee,\r\n',
        contentType: 'message/rfc822',
      },
    ],
    problems: ['no-such-case', 'no-such-letter', 'erased'],
  },
} as const satisfies Readonly<Record<string, Route>>;

function commandRoute(verb: CaseVerb): Route {
  return {
    operation: `${inCamelCase(verb)}OfCase`,
    method: 'post',
    path: `/v1/cases/{id}/${verb}`,
    tag: 'cases',
    summary: summaries[verb],
    permission: permissionFor(verb),
    params: idParams,
    body: { schema: commandBodies[verb], example: bodyExamples[verb] },
    answers: [
      { status: 200, description: 'The case took it.', schema: commandAnswer, example: commandAnswerExample },
    ],
    problems: verb === 'answer' ? [...caseCommandProblems, ...problemsOfDelivery] : caseCommandProblems,
  };
}

/** One route for each command that a case can be given. */
export const caseCommandRoutes = Object.fromEntries(
  caseVerbs.map(verb => [verb, commandRoute(verb)]),
) as Readonly<Record<CaseVerb, Route>>;
