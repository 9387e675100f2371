import { z } from 'zod';
import { emptyBody } from '../command-answers.js';
import { idParams } from '../queries.js';
import {
  controllerRemoved,
  receiverBody,
  receiversView,
  receiverView,
  senderBody,
  senderRegistered,
  sendersView,
  type ReceiverView,
  type SenderView,
} from '../transferring/controllers.js';
import type { Route } from './route.js';

const id = '5c0d4b8e-3f2a-4c1b-8d6e-9a7b1c2d3e4f';
const receiptKey = `data.other-power.example+4ee14ad6+${'AWJm'.repeat(11)}`;
const token = '0f'.repeat(32);
const receiver: ReceiverView = {
  id,
  title: 'Other Power',
  url: 'https://data.other-power.example/v1/transfers',
  receiptKey,
  createdBy: 'staff-9',
  createdAt: '2026-07-01T09:30:00.000Z',
};
const sender: SenderView = {
  id,
  title: 'First Power',
  contact: 'data@first-power.example',
  createdBy: 'staff-9',
  createdAt: '2026-07-01T09:30:00.000Z',
};
const registered = {
  id,
  token,
  url: 'https://data.example.org/v1/transfers',
  receiptKey: `data.example.org+4ee14ad6+${'AWJm'.repeat(11)}`,
};
const removed = { schema: controllerRemoved, example: { id } } as const;

/** Controllers to whom packages may go straight, and those from whom they are taken (UK GDPR Art 20(2)). */
export const controllerRoutes = {
  registerReceiver: {
    operation: 'registerReceiver',
    method: 'post',
    path: '/v1/receivers',
    tag: 'controllers',
    summary: 'Allow a controller to be sent packages, with the token and the key that it gave us',
    permission: 'keep controllers',
    body: { schema: receiverBody, example: { title: receiver.title, url: receiver.url, token, receiptKey } },
    answers: [
      { status: 200, description: 'Packages may go there.', schema: receiverView, example: receiver },
    ],
    problems: [],
  },
  listReceivers: {
    operation: 'listReceivers',
    method: 'get',
    path: '/v1/receivers',
    tag: 'controllers',
    summary: 'Every controller to whom packages may go; never its token',
    permission: 'read controllers',
    answers: [
      { status: 200, description: 'By name.', schema: receiversView, example: { receivers: [receiver] } },
    ],
    problems: [],
  },
  removeReceiver: {
    operation: 'removeReceiver',
    method: 'post',
    path: '/v1/receivers/{id}/remove',
    tag: 'controllers',
    params: idParams,
    summary: 'Send a controller nothing more, also not the rest of what is under way',
    permission: 'keep controllers',
    body: { schema: emptyBody, example: {} },
    answers: [{ status: 200, description: 'It is removed.', ...removed }],
    problems: ['no-such-receiver'],
  },
  registerSender: {
    operation: 'registerSender',
    method: 'post',
    path: '/v1/senders',
    tag: 'controllers',
    summary: 'Let a controller send packages here; give it the token, the address and the key that are shown',
    permission: 'keep controllers',
    body: { schema: senderBody, example: { title: sender.title, contact: sender.contact } },
    answers: [
      {
        status: 200,
        description: 'The token is shown once.',
        schema: senderRegistered,
        example: registered,
      },
    ],
    problems: [],
  },
  listSenders: {
    operation: 'listSenders',
    method: 'get',
    path: '/v1/senders',
    tag: 'controllers',
    summary: 'Every controller from whom packages are taken',
    permission: 'read controllers',
    answers: [{ status: 200, description: 'By name.', schema: sendersView, example: { senders: [sender] } }],
    problems: [],
  },
  renewSenderToken: {
    operation: 'renewSenderToken',
    method: 'post',
    path: '/v1/senders/{id}/renew-token',
    tag: 'controllers',
    params: idParams,
    summary: 'Give a controller a new token; the earlier one ends at once',
    permission: 'keep controllers',
    body: { schema: emptyBody, example: {} },
    answers: [{ status: 200, description: 'Shown once.', schema: senderRegistered, example: registered }],
    problems: ['no-such-sender'],
  },
  removeSender: {
    operation: 'removeSender',
    method: 'post',
    path: '/v1/senders/{id}/remove',
    tag: 'controllers',
    params: idParams,
    summary: 'Take nothing more from a controller; what it sent stays',
    permission: 'keep controllers',
    body: { schema: z.strictObject({}), example: {} },
    answers: [{ status: 200, description: 'It is removed.', ...removed }],
    problems: ['no-such-sender'],
  },
} as const satisfies Readonly<Record<string, Route>>;
