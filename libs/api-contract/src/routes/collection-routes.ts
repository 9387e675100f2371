import { emptyBody } from '../command-answers.js';
import { caseId } from '../examples/view-examples.js';
import { idParams } from '../queries.js';
import {
  askParams,
  caseSourcesView,
  entityOfAskParams,
  setAsideBody,
  sourceAnswerBody,
  type CaseSourcesView,
} from '../sources.js';
import type { Answer, Route } from './route.js';
import { taken, uploadProblems } from './upload.js';

const ask = 'a4a0d7e6-6f0b-4a53-8f5d-2f7f8b1c0d21';
const example: CaseSourcesView = {
  case: caseId,
  collections: [
    {
      purpose: 'collect',
      begunBy: 'staff-7',
      begunAt: '2026-07-02T09:30:00.000Z',
      completedAt: null,
      approvedBy: null,
      approvedAt: null,
      notBefore: null,
      open: 1,
      sources: [
        {
          id: ask,
          source: 'housing-system',
          title: 'Housing system',
          kind: 'webhook',
          entities: ['tenancy'],
          state: 'asked',
          answer: null,
          reasons: null,
          exemption: null,
          proof: null,
          askedAt: '2026-07-02T09:30:01.000Z',
          answeredAt: null,
          answeredBy: null,
          setAsideAt: null,
          setAsideBy: null,
          tries: 1,
          failure: null,
          chased: 0,
          chasedAt: null,
          documents: 0,
          notClean: 0,
        },
      ],
    },
  ],
};
const asCase = (description: string): readonly [Answer & { readonly schema: typeof caseSourcesView }] => [
  { status: 200, description, schema: caseSourcesView, example },
];
const ofAsk = { method: 'post', tag: 'sources', permission: 'work cases', params: askParams } as const;
const problems = ['no-such-case', 'no-such-ask', 'erased'] as const;

/** What the sources are asked about one case. */
export const collectionRoutes = {
  collectCase: {
    operation: 'collectCase',
    method: 'post',
    path: '/v1/cases/{id}/collect',
    tag: 'sources',
    summary:
      'Ask every source of the case’s right for what it holds about the person; those that were asked are not asked again',
    permission: 'work cases',
    params: idParams,
    body: { schema: emptyBody, example: {} },
    answers: asCase('They are being asked.'),
    problems: ['no-such-case', 'no-sources', 'case-closed', 'erased'],
  },
  eraseAtSources: {
    operation: 'eraseAtSources',
    method: 'post',
    path: '/v1/cases/{id}/erase-at-sources',
    tag: 'sources',
    summary:
      'Have every source erase what it holds, once that is approved, the waiting period has ended and no other case of the person holds the data (DPA 2018 s.173)',
    permission: 'work cases',
    params: idParams,
    body: { schema: emptyBody, example: {} },
    answers: asCase('It waits for its approval.'),
    problems: [
      'no-such-case',
      'no-sources',
      'erased',
      'not-for-this-right',
      'no-ground-to-erase',
      'case-closed',
    ],
  },
  approveErasureAtSources: {
    operation: 'approveErasureAtSources',
    method: 'post',
    path: '/v1/cases/{id}/erase-at-sources/approve',
    tag: 'sources',
    summary: 'Approve that the sources erase; what they erase is gone',
    permission: 'approve steps',
    params: idParams,
    body: { schema: emptyBody, example: {} },
    answers: asCase('The sources are asked as soon as nothing else stands against it.'),
    problems: ['no-such-case', 'no-erasure-to-approve', 'own-erasure'],
  },
  readSourcesOfCase: {
    operation: 'readSourcesOfCase',
    method: 'get',
    path: '/v1/cases/{id}/sources',
    tag: 'sources',
    summary: 'What each source was asked and has answered, also while some have not',
    permission: 'read cases',
    params: idParams,
    answers: asCase('As it stands.'),
    problems: ['no-such-case'],
  },
  sendRecordsOfSource: {
    ...ofAsk,
    operation: 'sendRecordsOfSource',
    path: '/v1/cases/{id}/sources/{ask}/records/{entity}',
    params: entityOfAskParams,
    summary:
      'Send the records of one entity that a source holds: JSON, one record a line (NDJSON), as a stream',
    isUpload: true,
    answers: taken,
    problems: [...problems, ...uploadProblems],
  },
  sendDocumentOfSource: {
    ...ofAsk,
    operation: 'sendDocumentOfSource',
    path: '/v1/cases/{id}/sources/{ask}/documents',
    summary: 'Send a document that a source holds, as a stream; its name in the header X-Document-Name',
    isUpload: true,
    answers: taken,
    problems: [...problems, ...uploadProblems],
  },
  answerForSource: {
    ...ofAsk,
    operation: 'answerForSource',
    path: '/v1/cases/{id}/sources/{ask}/answer',
    summary: 'Say what a source holds, once what was found is sent',
    body: { schema: sourceAnswerBody, example: { answer: 'found' } },
    answers: asCase('It has answered.'),
    problems: [...problems, 'ask-settled', 'nothing-was-sent', 'wrong-answer'],
  },
  setSourceAside: {
    ...ofAsk,
    operation: 'setSourceAside',
    path: '/v1/cases/{id}/sources/{ask}/set-aside',
    summary: 'Go on without a source that does not answer, with the reason',
    body: { schema: setAsideBody, example: { reasons: 'The system was switched off in 2019.' } },
    answers: asCase('It is set aside.'),
    problems: [...problems, 'ask-settled'],
  },
  askSourceAgain: {
    ...ofAsk,
    operation: 'askSourceAgain',
    path: '/v1/cases/{id}/sources/{ask}/ask-again',
    summary: 'Ask a source anew that has answered or was set aside',
    body: { schema: emptyBody, example: {} },
    answers: asCase('It is being asked.'),
    problems: [...problems, 'ask-open', 'case-closed'],
  },
} as const satisfies Readonly<Record<string, Route>>;
