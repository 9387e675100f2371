import { emptyBody } from '../command-answers.js';
import { caseListExample } from '../examples/view-examples.js';
import { caseFinds, caseSearch, caseViews, keepViewBody, viewKept } from '../finding.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';

const viewId = '0f0c3e9a-4b7d-4e53-9d3a-1f6b7c8d9e0f';
const theView = [{ status: 200, description: 'Done.', schema: viewKept, example: { id: viewId } }] as const;

/** Cases found by the name of whoever takes part, and views of the list that somebody comes back to. */
export const findingRoutes = {
  searchCases: {
    operation: 'searchCases',
    method: 'post',
    path: '/v1/cases/search',
    tag: 'cases',
    summary:
      'Cases of whoever bears a name, found by keyed blind indexes; that you searched is recorded, the name is not',
    permission: 'read cases',
    isQuestion: true,
    body: { schema: caseSearch, example: { name: 'Ann Lee', filter: { state: 'open' } } },
    answers: [
      {
        status: 200,
        description: 'One page of cases, in the order of their due dates.',
        schema: caseFinds,
        example: { ...caseListExample, isCut: false },
      },
    ],
    problems: [],
  },
  listCaseViews: {
    operation: 'listCaseViews',
    method: 'get',
    path: '/v1/case-views',
    tag: 'cases',
    summary: 'The views of the list of cases that you have kept',
    permission: 'read cases',
    answers: [
      {
        status: 200,
        description: 'By title.',
        schema: caseViews,
        example: {
          views: [{ id: viewId, title: 'Erasures, late', filter: { right: 'erasure', alarm: 'true' } }],
        },
      },
    ],
    problems: [],
  },
  keepCaseView: {
    operation: 'keepCaseView',
    method: 'post',
    path: '/v1/case-views',
    tag: 'cases',
    summary: 'Keep a view of the list of cases; one of the same title takes its place; at most 50',
    permission: 'read cases',
    body: {
      schema: keepViewBody,
      example: { title: 'Erasures, late', filter: { right: 'erasure', alarm: 'true' } },
    },
    answers: theView,
    problems: ['too-many-views'],
  },
  removeCaseView: {
    operation: 'removeCaseView',
    method: 'post',
    path: '/v1/case-views/{id}/remove',
    tag: 'cases',
    summary: 'Keep a view no longer',
    permission: 'read cases',
    params: idParams,
    body: { schema: emptyBody, example: {} },
    answers: theView,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
