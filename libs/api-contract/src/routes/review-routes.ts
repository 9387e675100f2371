import { z } from 'zod';
import { caseId } from '../examples/view-examples.js';
import {
  finishBody,
  recordsQuery,
  recordsView,
  reviewBody,
  reviewItemParams,
  reviewMarkParams,
  reviewView,
  type ReviewView,
} from '../disclosing/review.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';

const item = 'b6f9f4de-0d2d-4a3a-8f7a-61a1a8a6d001';
const version = '3f6b2a9d0c1e4f5a8b7c6d5e4f3a2b1c';
const example: ReviewView = {
  case: caseId,
  version,
  isCollected: true,
  notClean: 0,
  asks: 'one',
  isFinished: false,
  finishedBy: [],
  items: [
    {
      id: item,
      source: 'crm',
      entity: {
        name: 'notes',
        description: 'Notes of calls',
        fields: [
          {
            name: 'note',
            type: 'text',
            description: 'What was noted',
            origin: 'observed',
            basis: 'contract',
          },
        ],
      },
      called: null,
      mediaType: 'application/x-ndjson',
      bytes: 5120,
      tellsOfOthers: true,
      isWithheld: false,
      notPortable: [],
      missing: ['others-not-decided'],
      marks: [
        {
          id: 'c5f8e1aa-13a4-4f4e-9d14-0a4f0a1c9b02',
          mark: 'third-party',
          fields: null,
          records: null,
          replacedBy: null,
          because: null,
          exemption: null,
          words: 'Names the neighbour who complained.',
          by: 'staff-7',
          at: '2026-07-02T09:30:00.000Z',
          takenBackBy: null,
          takenBackAt: null,
        },
      ],
    },
  ],
};
const asReview = (description: string) =>
  [{ status: 200, description, schema: reviewView, example }] as const;
const ofCase = { tag: 'cases', params: idParams } as const;

/** The review of what was collected: what goes, what is left out and why, and who looked. */
export const reviewRoutes = {
  readReview: {
    operation: 'readReview',
    method: 'get',
    path: '/v1/cases/{id}/review',
    ...ofCase,
    summary:
      'What was collected, item by item: what tells of others, what is left out and why, what is missing',
    permission: 'read cases',
    answers: asReview('The review as it stands; noted in the audit log.'),
    problems: ['no-such-case', 'erased'],
  },
  readReviewRecords: {
    operation: 'readReviewRecords',
    method: 'get',
    path: '/v1/cases/{id}/review/items/{item}/records',
    tag: 'cases',
    params: reviewItemParams,
    query: recordsQuery,
    summary: 'Records of one item, to be looked at; noted in the audit log',
    permission: 'work cases',
    answers: [
      {
        status: 200,
        description: 'Some of them, in their order.',
        schema: recordsView,
        example: { from: 1, records: [{ note: 'Rang about the bill.' }], next: null },
      },
    ],
    problems: ['no-such-case', 'no-such-item', 'erased', 'item-not-readable'],
  },
  markReviewItem: {
    operation: 'markReviewItem',
    method: 'post',
    path: '/v1/cases/{id}/review/items/{item}',
    tag: 'cases',
    params: reviewItemParams,
    summary:
      'Say of one item that it was looked at, tells of others, or is left out in part or whole, and why',
    permission: 'work cases',
    body: {
      schema: reviewBody,
      example: {
        mark: 'redact',
        fields: ['note'],
        because: 'other-person',
        words: 'Tells of the neighbour.',
      },
    },
    answers: asReview('It is marked.'),
    problems: ['no-such-case', 'no-such-item', 'erased', 'exemption-not-in-force', 'redacts-nothing'],
  },
  takeBackReviewMark: {
    operation: 'takeBackReviewMark',
    method: 'post',
    path: '/v1/cases/{id}/review/marks/{mark}/take-back',
    tag: 'cases',
    params: reviewMarkParams,
    summary: 'Take back a mark; it stays to see',
    permission: 'work cases',
    body: { schema: z.strictObject({}), example: {} },
    answers: asReview('It counts no more.'),
    problems: ['no-such-case', 'no-such-mark', 'erased'],
  },
  finishReview: {
    operation: 'finishReview',
    method: 'post',
    path: '/v1/cases/{id}/review/finish',
    ...ofCase,
    summary: 'Finish the review of exactly what was shown; any later change asks for it again',
    permission: 'work cases',
    body: { schema: finishBody, example: { version } },
    answers: asReview('It is finished by this person.'),
    problems: ['no-such-case', 'not-clean', 'review-changed', 'review-incomplete', 'erased'],
  },
} as const satisfies Readonly<Record<string, Route>>;
