import { emptyBody } from '../command-answers.js';
import { hookRotateBody } from '../hooks.js';
import {
  sourceBody,
  sourceChangeBody,
  sourceParams,
  sourceRegistered,
  sourceRemoved,
  sourcesView,
  sourceView,
  type SourceBody,
  type SourceView,
} from '../sources.js';
import type { Route } from './route.js';

const id = '3d5b7f64-0c1e-4b7a-9b7e-0f4f1c2a9d10';
const body: SourceBody = {
  name: 'housing-system',
  title: 'Housing system',
  rights: null,
  entities: [
    {
      name: 'tenancy',
      description: 'Each home that you rented from us.',
      fields: [
        {
          name: 'rent',
          type: 'decimal',
          description: 'The weekly rent in pounds.',
          origin: 'provided',
          basis: 'contract',
        },
      ],
    },
  ],
  terms: { kind: 'webhook', url: 'https://housing.example.org/duly' },
};
export const sourceExample: SourceView = {
  id,
  name: body.name,
  title: body.title,
  rights: null,
  entities: body.entities,
  terms: body.terms,
  version: 1,
  createdBy: 'staff-7',
  createdAt: '2026-07-01T09:30:00.000Z',
  changedAt: '2026-07-01T09:30:00.000Z',
  earlierSecretUntil: null,
};
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazmRLkq0ZDA=';
const ofSource = { tag: 'sources', params: sourceParams } as const;
const withSecret = (description: string) =>
  [{ status: 200, description, schema: sourceRegistered, example: { id, secret } }] as const;
const asSource = (description: string) =>
  [{ status: 200, description, schema: sourceView, example: sourceExample }] as const;

/** The register of sources: who holds what about people, and how each is asked. */
export const sourceRoutes = {
  registerSource: {
    operation: 'registerSource',
    method: 'post',
    path: '/v1/sources',
    tag: 'sources',
    summary: 'Register a team, a system or a processor that holds data about people, and how it is asked',
    permission: 'keep sources',
    body: { schema: sourceBody, example: body },
    answers: withSecret('It is asked from the next collection on. Keep the secret.'),
    problems: ['source-name-taken'],
  },
  listSources: {
    operation: 'listSources',
    method: 'get',
    path: '/v1/sources',
    tag: 'sources',
    summary: 'Every source, what it holds and how it is asked; never its secrets',
    permission: 'read sources',
    answers: [
      { status: 200, description: 'By name.', schema: sourcesView, example: { sources: [sourceExample] } },
    ],
    problems: [],
  },
  readSource: {
    operation: 'readSource',
    method: 'get',
    path: '/v1/sources/{id}',
    ...ofSource,
    summary: 'One source',
    permission: 'read sources',
    answers: asSource('As it stands.'),
    problems: ['no-such-source'],
  },
  changeSource: {
    operation: 'changeSource',
    method: 'post',
    path: '/v1/sources/{id}/change',
    ...ofSource,
    summary: 'Change a source; what was asked before keeps the fields it was asked by',
    permission: 'keep sources',
    body: { schema: sourceChangeBody, example: { title: 'Homes' } },
    answers: asSource('It is changed.'),
    problems: ['no-such-source'],
  },
  rotateSourceSecret: {
    operation: 'rotateSourceSecret',
    method: 'post',
    path: '/v1/sources/{id}/rotate-secret',
    ...ofSource,
    summary: 'Give a webhook source a new secret, shown once; the earlier one signs too for some hours',
    permission: 'keep sources',
    body: { schema: hookRotateBody, example: { overlapHours: 24 } },
    answers: withSecret('Both sign for so long. Keep the new one.'),
    problems: ['no-such-source', 'not-for-this-source'],
  },
  removeSource: {
    operation: 'removeSource',
    method: 'post',
    path: '/v1/sources/{id}/remove',
    ...ofSource,
    summary: 'Ask a source no more; what it has answered stays',
    permission: 'keep sources',
    body: { schema: emptyBody, example: {} },
    answers: [{ status: 200, description: 'It is removed.', schema: sourceRemoved, example: { id } }],
    problems: ['no-such-source'],
  },
} as const satisfies Readonly<Record<string, Route>>;
