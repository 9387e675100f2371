import {
  answerTaken,
  askByTokenParams,
  askedOfSource,
  entityByTokenParams,
  sourceAnswerBody,
} from '../sources.js';
import { sourceExample } from './source-routes.js';
import type { Route } from './route.js';
import { taken, uploadProblems } from './upload.js';

const ask = 'a4a0d7e6-6f0b-4a53-8f5d-2f7f8b1c0d21';
const byToken = {
  tag: 'sources',
  permission: 'nothing',
  isQuestion: true,
  params: askByTokenParams,
} as const;
const problems = ['token-refused', 'database-away', 'erased'] as const;

/** What a source's own system does with the token it was given: `Authorization: Bearer TOKEN`. The token ends with its answer. */
export const askRoutes = {
  readAsk: {
    operation: 'readAsk',
    method: 'get',
    path: '/v1/asks/{ask}',
    ...byToken,
    summary: 'Whom a source is asked about, and what for; with the token it was given',
    answers: [
      {
        status: 200,
        description: 'Who it is.',
        schema: askedOfSource,
        example: {
          ask,
          purpose: 'collect',
          reference: 'DR-2026-000123-1',
          subject: { name: 'Ada Example', email: 'ada@example.org', phone: null, postalAddress: null },
          entities: sourceExample.entities,
          answerUntil: '2026-08-31T09:30:00.000Z',
        },
      },
    ],
    problems,
  },
  sendRecordsByToken: {
    operation: 'sendRecordsByToken',
    method: 'post',
    path: '/v1/asks/{ask}/records/{entity}',
    ...byToken,
    params: entityByTokenParams,
    summary: 'Send the records of one entity: JSON, one record a line (NDJSON), as a stream; with the token',
    isUpload: true,
    answers: taken,
    problems: [...problems, ...uploadProblems],
  },
  sendDocumentByToken: {
    operation: 'sendDocumentByToken',
    method: 'post',
    path: '/v1/asks/{ask}/documents',
    ...byToken,
    summary: 'Send a document as a stream, its name in the header X-Document-Name; with the token',
    isUpload: true,
    answers: taken,
    problems: [...problems, ...uploadProblems],
  },
  answerByToken: {
    operation: 'answerByToken',
    method: 'post',
    path: '/v1/asks/{ask}/answer',
    ...byToken,
    summary: 'Say what is held, once what was found is sent; the token ends with it',
    body: { schema: sourceAnswerBody, example: { answer: 'nothing-held' } },
    answers: [
      {
        status: 200,
        description: 'It is taken.',
        schema: answerTaken,
        example: { ask, state: 'answered' },
      },
    ],
    problems: [...problems, 'ask-settled', 'nothing-was-sent', 'wrong-answer'],
  },
} as const satisfies Readonly<Record<string, Route>>;
