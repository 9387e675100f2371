import { z } from 'zod';
import { idParams } from '../queries.js';
import {
  acceptBody,
  incomingItemBody,
  incomingItemParams,
  incomingList,
  incomingView,
  rejectBody,
  type IncomingView,
} from '../transferring/incoming.js';
import type { Answer, Route } from './route.js';
import { uploadContentType } from './upload.js';

const id = '2a9d6f10-8b1c-4e5d-9f3a-6c7b8d9e0f12';
const item = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';
const { items, person, contact, receipt, decision, basis, ...line } = {
  id,
  sender: 'First Power',
  theirReference: 'DR-2026-000123-1',
  state: 'to-assess',
  bytes: 48_213,
  received: 48_213,
  because: null,
  waitsFor: null,
  announcedAt: '2026-07-03T10:30:00.000Z',
  receivedAt: '2026-07-03T10:30:02.000Z',
  examinedAt: '2026-07-03T10:30:04.000Z',
  decidedBy: null,
  decidedAt: null,
  letter: null,
  destroyedAt: null,
  person: { name: 'Ada Example', email: 'ada@example.org', postalAddress: null },
  contact: 'data@first-power.example',
  receipt: null,
  decision: null,
  basis: null,
  items: [
    {
      id: item,
      number: 1,
      kind: 'records',
      path: 'data/json/meters.reading.json',
      mediaType: 'application/json',
      bytes: 4_096,
      records: 120,
      described: 'Each reading of your meter.',
      decision: null,
      because: null,
      otherPeople: null,
      otherPeopleBasis: null,
      words: null,
      decidedBy: null,
      decidedAt: null,
      isDeleted: false,
    },
  ],
} satisfies IncomingView;
const example: IncomingView = { ...line, person, contact, receipt, decision, basis, items };
const asPackage = (description: string): readonly [Answer & { readonly schema: typeof incomingView }] => [
  { status: 200, description, schema: incomingView, example },
];
const ofPackage = { tag: 'transfers', params: idParams, permission: 'work cases' } as const;

/** Packages that other controllers sent: looked at by machine, assessed by a person, accepted or rejected (ICO, right to data portability). */
export const incomingRoutes = {
  listIncoming: {
    operation: 'listIncoming',
    method: 'get',
    path: '/v1/incoming',
    tag: 'transfers',
    summary: 'Packages that other controllers sent, those to assess first',
    permission: 'work cases',
    answers: [
      {
        status: 200,
        description: 'The 200 newest.',
        schema: incomingList,
        example: { packages: [line] },
      },
    ],
    problems: [],
  },
  readIncoming: {
    operation: 'readIncoming',
    method: 'get',
    path: '/v1/incoming/{id}',
    ...ofPackage,
    summary: 'One package, whose it is and each item of it; noted in the audit log',
    answers: asPackage('As it stands.'),
    problems: ['no-such-incoming'],
  },
  readIncomingItem: {
    operation: 'readIncomingItem',
    method: 'get',
    path: '/v1/incoming/{id}/items/{item}',
    ...ofPackage,
    params: incomingItemParams,
    summary: 'What one item holds, once the package is out of quarantine; noted in the audit log',
    answers: [
      {
        status: 200,
        description: 'Its bytes, to be saved and never shown in a page.',
        contentType: uploadContentType,
        schema: z.string(),
        example: '[{"reading":41}]',
      },
    ],
    problems: ['no-such-incoming', 'no-such-item', 'erased'],
  },
  judgeIncomingItem: {
    operation: 'judgeIncomingItem',
    method: 'post',
    path: '/v1/incoming/{id}/items/{item}/judge',
    ...ofPackage,
    params: incomingItemParams,
    summary: 'Say of one item whether it is kept: relevant, not too much, and whom else it tells of',
    body: {
      schema: incomingItemBody,
      example: { decision: 'delete', because: 'excessive', otherPeople: false, words: 'Older than we need.' },
    },
    answers: asPackage('It may be said anew until the package is decided.'),
    problems: ['no-such-incoming', 'no-such-item', 'incoming-decided', 'erased'],
  },
  acceptIncoming: {
    operation: 'acceptIncoming',
    method: 'post',
    path: '/v1/incoming/{id}/accept',
    ...ofPackage,
    summary:
      'Take a package over: what is kept lies by itself, the rest is destroyed, and the person is told',
    body: {
      schema: acceptBody,
      example: { basis: 'contract', words: 'We read your meter from here on.' },
    },
    answers: asPackage('The letter goes out by itself.'),
    problems: ['no-such-incoming', 'incoming-decided', 'items-not-judged', 'erased'],
  },
  rejectIncoming: {
    operation: 'rejectIncoming',
    method: 'post',
    path: '/v1/incoming/{id}/reject',
    ...ofPackage,
    summary: 'Take nothing of a package: it is destroyed, and the person is told why',
    body: { schema: rejectBody, example: { words: 'You are not a customer of ours.' } },
    answers: asPackage('The letter goes out by itself.'),
    problems: ['no-such-incoming', 'incoming-decided', 'erased'],
  },
} as const satisfies Readonly<Record<string, Route>>;
