import { requestVerbs, type RequestVerb } from '@duly/case';
import { addRight, addRightExample } from '../add-right.js';
import { requestCommandAnswer } from '../command-answers.js';
import { commandBodies } from '../command-bodies.js';
import { requestView } from '../case-views.js';
import { bodyExamples } from '../examples/body-examples.js';
import {
  lookAlikesExample,
  openEnquiryExample,
  openRequestExample,
  requestCommandExample,
  requestExample,
  requestOpenedExample,
} from '../examples/view-examples.js';
import { lookAlikes } from '../look-alikes.js';
import { openEnquiry, openRequest, requestOpened } from '../open-request.js';
import { idParams, readQuery } from '../queries.js';
import { inCamelCase, requestCommandProblems, summaries } from './commands.js';
import type { Route } from './route.js';

export const requestRoutes = {
  openRequest: {
    operation: 'openRequest',
    method: 'post',
    path: '/v1/requests',
    tag: 'requests',
    summary: 'Record what a person sent: one request, one case for each right in it',
    permission: 'open requests',
    body: { schema: openRequest, example: openRequestExample },
    answers: [
      {
        status: 201,
        description: 'All its cases have started.',
        schema: requestOpened,
        example: requestOpenedExample,
      },
      {
        status: 202,
        description: 'Accepted for good, with its lawful dates; its cases will start by themselves.',
        schema: requestOpened,
        example: requestOpenedExample,
      },
    ],
    problems: ['receipt-in-future', 'receipt-dates-differ', 'receipt-missing', 'not-a-date', 'no-such-case'],
  },
  readRequest: {
    operation: 'readRequest',
    method: 'get',
    path: '/v1/requests/{id}',
    tag: 'requests',
    summary: 'A request, who takes part in it, and its cases',
    permission: 'read cases',
    params: idParams,
    query: readQuery,
    answers: [{ status: 200, description: 'The request.', schema: requestView, example: requestExample }],
    problems: ['no-such-request', 'erased', 'not-yet-there'],
  },
  openEnquiry: {
    operation: 'openEnquiry',
    method: 'post',
    path: '/v1/enquiries',
    tag: 'requests',
    summary:
      'Hold what may be no request: its dates are known from the first day, and a person decides within days',
    permission: 'open requests',
    body: { schema: openEnquiry, example: openEnquiryExample },
    answers: [
      {
        status: 201,
        description: 'Its cases have started; each has the task to decide.',
        schema: requestOpened,
        example: requestOpenedExample,
      },
      {
        status: 202,
        description:
          'Accepted for good, with the lawful dates it would have; its cases will start by themselves.',
        schema: requestOpened,
        example: requestOpenedExample,
      },
    ],
    problems: ['receipt-in-future', 'receipt-dates-differ', 'receipt-missing', 'not-a-date', 'no-such-case'],
  },
  addRight: {
    operation: 'addRight',
    method: 'post',
    path: '/v1/requests/{id}/add-right',
    tag: 'requests',
    summary: 'Open the case of a right that was overlooked in the letter, with the letter’s day of receipt',
    permission: 'open requests',
    params: idParams,
    body: { schema: addRight, example: addRightExample },
    answers: [
      {
        status: 201,
        description: 'Its case has started.',
        schema: requestOpened,
        example: { ...requestOpenedExample, cases: requestOpenedExample.cases.slice(1) },
      },
      {
        status: 202,
        description: 'Accepted for good, with its lawful date; its case will start by itself.',
        schema: requestOpened,
        example: { ...requestOpenedExample, cases: requestOpenedExample.cases.slice(1) },
      },
    ],
    problems: ['no-such-request', 'no-such-case', 'right-already-there', 'erased'],
  },
  readLookAlikes: {
    operation: 'readLookAlikes',
    method: 'get',
    path: '/v1/requests/{id}/look-alikes',
    tag: 'requests',
    summary:
      'Other requests that may be from the same person: duplicates and repeats, for a handler to judge',
    permission: 'read cases',
    params: idParams,
    answers: [
      { status: 200, description: 'The newest first.', schema: lookAlikes, example: lookAlikesExample },
    ],
    problems: ['no-such-request'],
  },
} as const satisfies Readonly<Record<string, Route>>;

const noteExample = { words: bodyExamples['add-note'].words };

function commandRoute(verb: RequestVerb): Route {
  return {
    operation: `${inCamelCase(verb)}OfRequest`,
    method: 'post',
    path: `/v1/requests/{id}/${verb}`,
    tag: 'requests',
    summary: `${summaries[verb]}, for every open case of the request`,
    permission: 'work cases',
    params: idParams,
    body: { schema: requestBodies[verb], example: verb === 'add-note' ? noteExample : bodyExamples[verb] },
    answers: [
      {
        status: 200,
        description: 'What each case made of it.',
        schema: requestCommandAnswer,
        example: requestCommandExample,
      },
    ],
    problems: requestCommandProblems,
  };
}

/** The bodies given to a request: a version is a case's own, so none is expected here. */
export const requestBodies = {
  'ask-for-identity': commandBodies['ask-for-identity'],
  'record-identity': commandBodies['record-identity'],
  'judge-identity': commandBodies['judge-identity'],
  'ask-for-authority': commandBodies['ask-for-authority'],
  'record-authority': commandBodies['record-authority'],
  'cannot-identify': commandBodies['cannot-identify'],
  'record-death': commandBodies['record-death'],
  'assess-competence': commandBodies['assess-competence'],
  'name-people': commandBodies['name-people'],
  promote: commandBodies.promote,
  dismiss: commandBodies.dismiss,
  'add-note': commandBodies['add-note'].omit({ expectedVersion: true, completes: true }),
} as const;

/** One route for each command that a request can be given. */
export const requestCommandRoutes = Object.fromEntries(
  requestVerbs.map(verb => [verb, commandRoute(verb)]),
) as Readonly<Record<RequestVerb, Route>>;
