import { z } from 'zod';
import {
  documentParams,
  documentRemoved,
  documentsView,
  removeDocumentBody,
  type DocumentsView,
} from '../documents.js';
import { idParams } from '../queries.js';
import type { Route } from './route.js';
import { taken, uploadContentType, uploadProblems } from './upload.js';

const id = '7f3f1e0a-52a7-4d2b-9a3c-5f3f0c9f6f11';
const example: DocumentsView = {
  documents: [
    {
      id,
      ask: null,
      purpose: 'requester-paper',
      entity: null,
      name: 'letter.pdf',
      mediaType: 'application/pdf',
      bytes: 48213,
      scan: 'clean',
      found: null,
      scannedBy: 'clamd',
      scannedAt: '2026-07-02T09:30:04.000Z',
      takenBy: 'staff-7',
      receivedAt: '2026-07-02T09:30:01.000Z',
    },
  ],
};

/** The documents of a case: what people sent, and what sources hold. */
export const documentRoutes = {
  sendDocument: {
    operation: 'sendDocument',
    method: 'post',
    path: '/v1/cases/{id}/documents',
    tag: 'documents',
    summary:
      'Keep a document that belongs to a case, sent as a stream; its name in the header X-Document-Name',
    permission: 'work cases',
    params: idParams,
    isUpload: true,
    answers: taken,
    problems: ['no-such-case', ...uploadProblems],
  },
  listDocuments: {
    operation: 'listDocuments',
    method: 'get',
    path: '/v1/cases/{id}/documents',
    tag: 'documents',
    summary: 'The documents of a case, and whether each is clean; noted in the audit log',
    permission: 'read cases',
    params: idParams,
    answers: [{ status: 200, description: 'The oldest first.', schema: documentsView, example }],
    problems: ['no-such-case'],
  },
  readDocument: {
    operation: 'readDocument',
    method: 'get',
    path: '/v1/cases/{id}/documents/{document}',
    tag: 'documents',
    summary: 'One document as it was sent, once a scanner has said that it is clean; noted in the audit log',
    permission: 'read cases',
    params: documentParams,
    answers: [
      {
        status: 200,
        description: 'Its bytes, to be saved and never shown in a page.',
        contentType: uploadContentType,
        schema: z.string(),
        example: '%PDF-1.7',
      },
    ],
    problems: ['no-such-case', 'no-such-document', 'not-clean', 'erased'],
  },
  removeDocument: {
    operation: 'removeDocument',
    method: 'post',
    path: '/v1/cases/{id}/documents/{document}/remove',
    tag: 'documents',
    summary: 'Destroy the content of a document that should not be here; that it was stays on record',
    permission: 'work cases',
    params: documentParams,
    body: { schema: removeDocumentBody, example: { reasons: 'It belongs to somebody else.' } },
    answers: [{ status: 200, description: 'It is gone.', schema: documentRemoved, example: { id } }],
    problems: ['no-such-case', 'no-such-document', 'erased'],
  },
} as const satisfies Readonly<Record<string, Route>>;
