import { isRequestVerb, verbsThatWrite, type RequestVerb, type WritingVerb } from '@duly/case';
import { commandBodies } from '../command-bodies.js';
import { bodyExamples } from '../examples/body-examples.js';
import {
  casePreviewExample,
  openingPreviewExample,
  requestPreviewExample,
} from '../examples/preview-examples.js';
import { openRequestExample } from '../examples/view-examples.js';
import { openRequest } from '../open-request.js';
import { casePreview, openingPreview, requestPreview } from '../previews.js';
import { idParams } from '../queries.js';
import {
  caseCommandProblems,
  inCamelCase,
  isCaseVerb,
  permissionFor,
  requestCommandProblems,
  summaries,
  type CaseVerb,
} from './commands.js';
import { requestBodies, requestRoutes } from './request-routes.js';
import type { Route } from './route.js';

export type WritingCaseVerb = Extract<WritingVerb, CaseVerb>;
export type WritingRequestVerb = Extract<WritingVerb, RequestVerb>;

export const writingCaseVerbs = verbsThatWrite.filter((verb): verb is WritingCaseVerb => isCaseVerb(verb));
export const writingRequestVerbs = verbsThatWrite.filter((verb): verb is WritingRequestVerb =>
  isRequestVerb(verb),
);

const shows = 'See the letters it would send, with the real data, and what would become of the dates';

function casePreviewRoute(verb: WritingCaseVerb): Route {
  return {
    operation: `preview${inCamelCase(`-${verb}`)}OfCase`,
    method: 'post',
    isQuestion: true,
    path: `/v1/cases/{id}/${verb}/preview`,
    tag: 'cases',
    summary: `${shows}; nothing is done: ${summaries[verb]}`,
    permission: permissionFor(verb),
    params: idParams,
    body: { schema: commandBodies[verb], example: bodyExamples[verb] },
    answers: [
      { status: 200, description: 'What it would do.', schema: casePreview, example: casePreviewExample },
    ],
    problems: [...caseCommandProblems, 'not-yet-there'],
  };
}

function requestPreviewRoute(verb: WritingRequestVerb): Route {
  return {
    operation: `preview${inCamelCase(`-${verb}`)}OfRequest`,
    method: 'post',
    isQuestion: true,
    path: `/v1/requests/{id}/${verb}/preview`,
    tag: 'requests',
    summary: `${shows}; nothing is done: ${summaries[verb]}`,
    permission: permissionFor(verb),
    params: idParams,
    body: { schema: requestBodies[verb], example: bodyExamples[verb] },
    answers: [
      {
        status: 200,
        description: 'What it would do, case by case.',
        schema: requestPreview,
        example: requestPreviewExample,
      },
    ],
    problems: [...requestCommandProblems, 'not-yet-there'],
  };
}

/** One route beside each command that writes letters; the body is the command's own. */
export const casePreviewRoutes = Object.fromEntries(
  writingCaseVerbs.map(verb => [verb, casePreviewRoute(verb)]),
) as Readonly<Record<WritingCaseVerb, Route>>;

export const requestPreviewRoutes = Object.fromEntries(
  writingRequestVerbs.map(verb => [verb, requestPreviewRoute(verb)]),
) as Readonly<Record<WritingRequestVerb, Route>>;

/** Beside the opening itself, with its own body: it is judged alike, and refused alike. */
export const openingPreviewRoute = {
  operation: 'previewOpening',
  method: 'post',
  isQuestion: true,
  path: '/v1/requests/preview',
  tag: 'requests',
  summary:
    'See the letters that opening a request would send, and the dates its cases would have; nothing is opened, and nothing kept',
  permission: 'open requests',
  body: { schema: openRequest, example: openRequestExample },
  answers: [
    {
      status: 200,
      description:
        'What it would send. A reference is given only when the request is opened: in its place stands one of its shape, with six zeros.',
      schema: openingPreview,
      example: openingPreviewExample,
    },
  ],
  problems: requestRoutes.openRequest.problems,
} as const satisfies Route;
