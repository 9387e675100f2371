import { documentTaken } from '../documents.js';
import type { Answer } from './route.js';

export const uploadContentType = 'application/octet-stream';
/** Carries the name of a document, as `encodeURIComponent` writes it: a name may name somebody, and addresses are logged. */
export const documentNameHeader = 'x-document-name';

export const uploadProblems = [
  'document-too-large',
  'document-refused',
  'records-refused',
  'ask-settled',
  'store-full',
  'upload-broken-off',
  'wrong-content-type',
  'not-valid',
  'erased',
] as const;

export const taken: readonly [Answer] = [
  {
    status: 200,
    description: 'It is kept, and waits for its scan.',
    schema: documentTaken,
    example: {
      document: '7f3f1e0a-52a7-4d2b-9a3c-5f3f0c9f6f11',
      bytes: 48213,
      mediaType: 'application/pdf',
    },
  },
];
