import { toCivilDate } from '@duly/law';
import { requestId } from '../examples/view-examples.js';
import {
  addSuppression,
  checkSuppression,
  suppressionAdded,
  suppressionChecked,
  type SuppressionAdded,
  type SuppressionChecked,
} from '../suppressions.js';
import type { Route } from './route.js';

const since = toCivilDate('2026-07-01');
const checked: SuppressionChecked = { stopped: ['email', 'phone', 'post'], since };
const added: SuppressionAdded = { stopped: ['email'], since };

/** UK GDPR Art 21(3): whom no marketing may be sent to (R61). */
export const suppressionRoutes = {
  checkSuppression: {
    operation: 'checkSuppression',
    method: 'post',
    path: '/v1/suppressions/check',
    tag: 'suppressions',
    summary: 'Whether marketing may be sent to a person; a question only: nothing of it is kept or logged',
    permission: 'check suppressions',
    isQuestion: true,
    body: { schema: checkSuppression, example: { email: 'ann@example.org' } },
    answers: [{ status: 200, description: 'What is stopped.', schema: suppressionChecked, example: checked }],
    problems: [],
  },
  addSuppression: {
    operation: 'addSuppression',
    method: 'post',
    path: '/v1/suppressions',
    tag: 'suppressions',
    summary: 'Stop marketing to a further address or number of somebody who has objected',
    permission: 'work cases',
    body: { schema: addSuppression, example: { request: requestId, email: 'ann.work@example.org' } },
    answers: [{ status: 200, description: 'It is stopped.', schema: suppressionAdded, example: added }],
    problems: ['no-such-request', 'not-for-this-right', 'erased', 'temporal-away'],
  },
} as const satisfies Readonly<Record<string, Route>>;
