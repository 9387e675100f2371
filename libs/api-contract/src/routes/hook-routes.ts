import { emptyBody } from '../command-answers.js';
import { caseId } from '../examples/view-examples.js';
import {
  deliveryParams,
  hookBody,
  hookChangeBody,
  hookDeliveries,
  hookDeliveriesQuery,
  hookParams,
  hookPinged,
  hookRegistered,
  hookRemoved,
  hookReplayBody,
  hookReplayed,
  hookRotateBody,
  hooksView,
  hookView,
  type DeliveryView,
  type HookView,
} from '../hooks.js';
import type { Answer, Route } from './route.js';

const hookId = '5e0c7a52-93c1-4b8e-9a2e-2f3b6f2b9c10';
const deliveryId = '9b2f4c0e-6a35-4a6f-8c1d-7d0f3e5a1b22';
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazmRLkq0ZDA=';
const url = 'https://casework.example.org/hooks/duly';
const example: HookView = {
  id: hookId,
  url,
  types: ['case.RequestReceived', 'case.RequestAnswered'],
  state: 'enabled',
  failingSince: null,
  disabledAt: null,
  disabledBecause: null,
  waiting: 0,
  held: 0,
  earlierSecretUntil: null,
  createdBy: 'staff-7',
  createdAt: '2026-07-01T09:30:00.000Z',
};
const delivery: DeliveryView = {
  id: deliveryId,
  message: `msg_${deliveryId}`,
  type: 'case.RequestReceived',
  case: caseId,
  event: 1,
  recordedAt: '2026-07-02T09:30:00.000Z',
  state: 'delivered',
  nextTry: null,
  replays: 0,
  attempts: [
    {
      number: 1,
      at: '2026-07-02T09:30:01.000Z',
      milliseconds: 5004,
      status: null,
      because: 'timed-out',
      excerpt: null,
      isReplay: false,
    },
    {
      number: 2,
      at: '2026-07-02T09:30:07.000Z',
      milliseconds: 41,
      status: 200,
      because: null,
      excerpt: 'ok',
      isReplay: false,
    },
  ],
};

const ofHook = { tag: 'hooks', params: hookParams } as const;
const asHook = (description: string, shown: HookView = example): readonly [Answer] => [
  { status: 200, description, schema: hookView, example: shown },
];
const withSecret = (description: string): readonly [Answer] => [
  { status: 200, description, schema: hookRegistered, example: { id: hookId, secret } },
];

/** Messages to other systems by Standard Webhooks: endpoints, their secrets, and what became of each message. */
export const hookRoutes = {
  registerHook: {
    operation: 'registerHook',
    method: 'post',
    path: '/v1/hooks',
    tag: 'hooks',
    summary: 'Register an endpoint that is told what happens in cases; its secret is shown once',
    permission: 'keep hooks',
    body: { schema: hookBody, example: { url, types: example.types } },
    answers: withSecret('It is told from now on. Keep the secret.'),
    problems: ['too-many-hooks'],
  },
  listHooks: {
    operation: 'listHooks',
    method: 'get',
    path: '/v1/hooks',
    tag: 'hooks',
    summary: 'Every endpoint, whether it fails or was disabled, and what waits for it',
    permission: 'read hooks',
    answers: [
      { status: 200, description: 'The oldest first.', schema: hooksView, example: { hooks: [example] } },
    ],
    problems: [],
  },
  readHook: {
    operation: 'readHook',
    method: 'get',
    path: '/v1/hooks/{id}',
    ...ofHook,
    summary: 'One endpoint',
    permission: 'read hooks',
    answers: asHook('As it stands.'),
    problems: ['no-such-hook'],
  },
  changeHook: {
    operation: 'changeHook',
    method: 'post',
    path: '/v1/hooks/{id}/change',
    ...ofHook,
    summary: 'Give an endpoint another address or other types; what waits goes to the new address',
    permission: 'keep hooks',
    body: { schema: hookChangeBody, example: { types: null } },
    answers: asHook('It is changed.', { ...example, types: null }),
    problems: ['no-such-hook'],
  },
  disableHook: {
    operation: 'disableHook',
    method: 'post',
    path: '/v1/hooks/{id}/disable',
    ...ofHook,
    summary: 'Send an endpoint nothing until it is enabled; what happens meanwhile is held',
    permission: 'keep hooks',
    body: { schema: emptyBody, example: {} },
    answers: asHook('It is disabled.', {
      ...example,
      state: 'disabled',
      disabledAt: '2026-07-03T09:30:00.000Z',
      disabledBecause: 'by-hand',
    }),
    problems: ['no-such-hook'],
  },
  enableHook: {
    operation: 'enableHook',
    method: 'post',
    path: '/v1/hooks/{id}/enable',
    ...ofHook,
    summary: 'Send to an endpoint again; what was held goes out by a replay',
    permission: 'keep hooks',
    body: { schema: emptyBody, example: {} },
    answers: asHook('It is enabled.', { ...example, held: 12 }),
    problems: ['no-such-hook'],
  },
  removeHook: {
    operation: 'removeHook',
    method: 'post',
    path: '/v1/hooks/{id}/remove',
    ...ofHook,
    summary: 'Remove an endpoint; what waits for it is not sent',
    permission: 'keep hooks',
    body: { schema: emptyBody, example: {} },
    answers: [{ status: 200, description: 'It is removed.', schema: hookRemoved, example: { id: hookId } }],
    problems: ['no-such-hook'],
  },
  rotateHookSecret: {
    operation: 'rotateHookSecret',
    method: 'post',
    path: '/v1/hooks/{id}/rotate-secret',
    ...ofHook,
    summary: 'Give an endpoint a new secret, shown once; the earlier one signs too for some hours',
    permission: 'keep hooks',
    body: { schema: hookRotateBody, example: { overlapHours: 24 } },
    answers: withSecret('Both sign for so long. Keep the new one.'),
    problems: ['no-such-hook'],
  },
  pingHook: {
    operation: 'pingHook',
    method: 'post',
    path: '/v1/hooks/{id}/ping',
    ...ofHook,
    summary: 'Send an endpoint a message of type ping, and see in the log what it answers',
    permission: 'keep hooks',
    body: { schema: emptyBody, example: {} },
    answers: [
      {
        status: 200,
        description: 'It is on its way.',
        schema: hookPinged,
        example: { delivery: deliveryId },
      },
    ],
    problems: ['no-such-hook', 'hook-disabled'],
  },
  listHookDeliveries: {
    operation: 'listHookDeliveries',
    method: 'get',
    path: '/v1/hooks/{id}/deliveries',
    ...ofHook,
    summary: 'The log of an endpoint: each message, every try, and what was answered',
    permission: 'read hooks',
    query: hookDeliveriesQuery,
    answers: [
      {
        status: 200,
        description: 'The newest first.',
        schema: hookDeliveries,
        example: { deliveries: [delivery], next: null },
      },
    ],
    problems: ['no-such-hook'],
  },
  replayHookDelivery: {
    operation: 'replayHookDelivery',
    method: 'post',
    path: '/v1/hooks/{id}/deliveries/{delivery}/replay',
    tag: 'hooks',
    params: deliveryParams,
    summary: 'Send one message again under the same id, whatever became of it',
    permission: 'keep hooks',
    body: { schema: emptyBody, example: {} },
    answers: [
      { status: 200, description: 'It is on its way.', schema: hookReplayed, example: { messages: 1 } },
    ],
    problems: ['no-such-hook', 'no-such-delivery', 'hook-disabled'],
  },
  replayHook: {
    operation: 'replayHook',
    method: 'post',
    path: '/v1/hooks/{id}/replay',
    ...ofHook,
    summary: 'Send again what was recorded in a time, under the same ids',
    permission: 'keep hooks',
    body: {
      schema: hookReplayBody,
      example: { from: '2026-07-02T00:00:00Z', to: '2026-07-03T00:00:00Z', states: ['held', 'failed'] },
    },
    answers: [
      {
        status: 200,
        description: 'So many are on their way.',
        schema: hookReplayed,
        example: { messages: 12 },
      },
    ],
    problems: ['no-such-hook', 'hook-disabled'],
  },
} as const satisfies Readonly<Record<string, Route>>;
