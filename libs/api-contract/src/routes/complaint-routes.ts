import { caseItemExample, caseId, receivedOn, requestId } from '../examples/view-examples.js';
import { openComplaint, requestOpened, type OpenComplaint, type RequestOpened } from '../open-request.js';
import { requestRoutes } from './request-routes.js';
import type { Route } from './route.js';

const example: OpenComplaint = {
  channel: 'web-form',
  receivedOn,
  words: 'You sent my file to my old address, although I told you that I had moved.',
  subject: { name: 'Ann Example', email: 'ann@example.org' },
  aboutCase: caseId,
};
const opened: RequestOpened = {
  request: requestId,
  reference: 'DR-2026-000124',
  cases: [
    {
      ...caseItemExample,
      id: '0d2c1a55-7b59-4f0e-8f0e-6c1d2f3a4b5d',
      reference: 'DR-2026-000124-1',
      right: 'complaint',
    },
  ],
};

/** DPA 2018 s.164A: about a case of ours or about anything else done with the person's data (R54). */
export const complaintRoutes = {
  openComplaint: {
    ...requestRoutes.openRequest,
    operation: 'openComplaint',
    path: '/v1/complaints',
    tag: 'complaints',
    summary: 'Record a complaint: a case of its own, acknowledged within thirty days; it needs no other case',
    body: { schema: openComplaint, example },
    answers: [
      { status: 201, description: 'Its case has started.', schema: requestOpened, example: opened },
      {
        status: 202,
        description: 'Accepted for good; its case will start by itself.',
        schema: requestOpened,
        example: opened,
      },
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
