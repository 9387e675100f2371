import { z } from 'zod';
import {
  caseDeliveryParams,
  codeShown,
  deliveriesView,
  deliveryBody,
  deliveryPrepared,
  linkBody,
  linkParams,
  postedBody,
  type DeliveriesView,
} from '../disclosing/deliveries.js';
import { caseId } from '../examples/view-examples.js';
import { idParams } from '../queries.js';
import type { Answer, Route } from './route.js';

const delivery = '7d1f1f30-9d0b-4f0e-8a77-1f0a52c0d004';
const example: DeliveriesView = {
  case: caseId,
  deliveries: [
    {
      id: delivery,
      number: 1,
      package: '0c9a5e0f-7f5c-4d51-8a3b-77b1e1f0a003',
      way: 'link',
      codeBy: 'phone',
      recipient: 'requester',
      preparedBy: 'staff-7',
      preparedAt: '2026-07-03T10:30:00.000Z',
      hasEnded: false,
      links: [
        {
          number: 1,
          state: 'open',
          until: '2026-07-17T10:31:00.000Z',
          uses: 3,
          used: 1,
          wantsCode: true,
          hasCode: true,
        },
      ],
      transfer: null,
      happened: [
        { what: 'prepared', link: null, by: 'staff-7', words: null, at: '2026-07-03T10:30:00.000Z' },
        { what: 'sent', link: 1, by: 'post', words: null, at: '2026-07-03T10:31:00.000Z' },
        { what: 'opened', link: 1, by: 'person', words: null, at: '2026-07-04T08:00:00.000Z' },
        { what: 'downloaded', link: 1, by: 'person', words: null, at: '2026-07-04T08:01:00.000Z' },
      ],
    },
  ],
};
const asDeliveries = (
  description: string,
): readonly [Answer & { readonly schema: typeof deliveriesView }] => [
  { status: 200, description, schema: deliveriesView, example },
];
const ofDelivery = { tag: 'cases', params: caseDeliveryParams, permission: 'work cases' } as const;
const html = { schema: z.string(), contentType: 'text/html', example: '<!doctype html>' } as const;

/** How packages reach people. */
export const deliveryRoutes = {
  prepareDelivery: {
    operation: 'prepareDelivery',
    method: 'post',
    path: '/v1/cases/{id}/deliveries',
    tag: 'cases',
    params: idParams,
    summary:
      'Prepare how the package reaches the person; nothing leaves before the answer that names it is given',
    permission: 'work cases',
    body: { schema: deliveryBody, example: { way: 'link', codeBy: 'phone' } },
    answers: [
      {
        status: 200,
        description: 'Give its id with `answer`.',
        schema: deliveryPrepared,
        example: { delivery, case: caseId },
      },
    ],
    problems: [
      'no-such-case',
      'no-such-package',
      'package-not-ready',
      'package-gone',
      'not-reviewed',
      'no-other-channel',
      'no-such-receiver',
      'transfer-not-decided',
      'package-encrypted',
      'erased',
    ],
  },
  beginTransfer: {
    operation: 'beginTransfer',
    method: 'post',
    path: '/v1/cases/{id}/deliveries/{delivery}/begin-transfer',
    ...ofDelivery,
    summary:
      'Send a package straight to the controller it was prepared for (Art 20(2)); anew where it had failed',
    body: { schema: z.strictObject({}), example: {} },
    answers: asDeliveries('It goes by itself; read the deliveries to see how far it is.'),
    problems: [
      'no-such-case',
      'no-such-delivery',
      'no-such-receiver',
      'delivery-not-sent',
      'transfer-not-decided',
      'transfer-under-way',
      'own-transfer',
      'package-gone',
      'package-not-ready',
      'not-reviewed',
      'case-closed',
      'erased',
    ],
  },
  readDeliveries: {
    operation: 'readDeliveries',
    method: 'get',
    path: '/v1/cases/{id}/deliveries',
    tag: 'cases',
    params: idParams,
    summary: 'Each delivery of a case: sent, opened, downloaded, expired, sent again',
    permission: 'read cases',
    answers: asDeliveries('The newest first.'),
    problems: ['no-such-case'],
  },
  renewDelivery: {
    operation: 'renewDelivery',
    method: 'post',
    path: '/v1/cases/{id}/deliveries/{delivery}/renew',
    ...ofDelivery,
    summary: 'Send a new link by a letter; the package is not built again, and earlier links end',
    body: { schema: z.strictObject({}), example: {} },
    answers: asDeliveries('The letter goes out by itself.'),
    problems: ['no-such-case', 'no-such-delivery', 'delivery-not-sent', 'package-gone', 'not-reviewed'],
  },
  showDeliveryCode: {
    operation: 'showDeliveryCode',
    method: 'post',
    path: '/v1/cases/{id}/deliveries/{delivery}/code',
    ...ofDelivery,
    summary:
      'A new code for the newest link, to be told by the other channel; earlier codes end, and a lock is opened',
    isQuestion: true,
    body: { schema: z.strictObject({}), example: {} },
    answers: [
      { status: 200, description: 'Shown once.', schema: codeShown, example: { code: '40718265', link: 1 } },
    ],
    problems: ['no-such-case', 'no-such-delivery', 'delivery-not-sent'],
  },
  recordPosted: {
    operation: 'recordPosted',
    method: 'post',
    path: '/v1/cases/{id}/deliveries/{delivery}/record-posted',
    ...ofDelivery,
    summary: 'Record that the package was put in the post',
    body: { schema: postedBody, example: { words: 'Signed for, AB123456789GB.' } },
    answers: asDeliveries('It is recorded.'),
    problems: ['no-such-case', 'no-such-delivery', 'delivery-not-sent', 'erased'],
  },
  readDeliveryLabel: {
    operation: 'readDeliveryLabel',
    method: 'get',
    path: '/v1/cases/{id}/deliveries/{delivery}/label',
    ...ofDelivery,
    summary: 'The label of a parcel: the address, and nothing of what is in it; noted in the audit log',
    answers: [
      {
        status: 200,
        description: 'Lines of text.',
        schema: z.string(),
        contentType: 'text/plain',
        example: 'Ann Lee\n2 Low Road\nExampleton',
      },
    ],
    problems: ['no-such-case', 'no-such-delivery', 'no-other-channel', 'erased'],
  },
  lookAtLink: {
    operation: 'lookAtLink',
    method: 'get',
    path: '/d/{token}',
    tag: 'deliveries',
    params: linkParams,
    summary: 'The page behind a link; looking uses nothing up',
    permission: 'nothing',
    answers: [
      { status: 200, description: 'A page with a button, or with why the link no longer works.', ...html },
    ],
    problems: ['database-away'],
  },
  openLink: {
    operation: 'openLink',
    method: 'post',
    path: '/d/{token}',
    tag: 'deliveries',
    params: linkParams,
    summary: 'Fetch the copy, with the code where one is asked for; uses the link once. Also as a form',
    permission: 'nothing',
    isQuestion: true,
    body: { schema: linkBody, example: { code: '40718265' } },
    answers: [
      {
        status: 200,
        description: 'The package.',
        schema: z.string(),
        contentType: 'application/zip',
        example: 'PK',
      },
      { status: 403, description: 'A page: the code is wrong, or missing.', ...html },
      { status: 410, description: 'A page: the link has ended, is used up or locked.', ...html },
    ],
    problems: ['database-away'],
  },
} as const satisfies Readonly<Record<string, Route>>;
