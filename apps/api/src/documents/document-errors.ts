import { NotARecord } from '@duly/disclosure';
import { KindRefused, NotClean, StoreFull, TooLarge, TooLate } from '@duly/documents';
import { ApiError } from '../problem/api-error.js';
import { askSettled } from '../sources/source-errors.js';

export const noSuchDocument = new ApiError('no-such-document', {
  detail: 'This case has no document with this id.',
  remedy: 'Take the id from GET /v1/cases/CASE/documents.',
});

const storeFull = new ApiError('store-full', {
  detail: 'There is no room for the document. Nothing of it was kept.',
  remedy: 'Whoever runs this service makes room; then send the same again with the same Idempotency-Key.',
  retryAfter: 60,
});

const whyNotClean = {
  waiting: 'No scanner has looked at the document yet.',
  infected: 'A scanner has found something in the document.',
  failed: 'The scanner could give no verdict on the document.',
  clean: 'The document cannot be given out.',
} as const;

/** What the keeping of documents says, as an error of the API; undefined for everything else. */
export function fromDocuments(error: unknown): ApiError | undefined {
  if (error instanceof TooLarge)
    return new ApiError('document-too-large', {
      detail: `${error.message} Nothing of it was kept.`,
      remedy: 'Send it in parts; the limits are the settings DOCUMENT_LIMIT and RECORDS_LIMIT.',
    });
  if (error instanceof KindRefused)
    return new ApiError('document-refused', {
      detail: error.message,
      remedy: 'Send it under the ending that it has, or as PDF. Nothing of it was kept.',
    });
  if (error instanceof NotARecord)
    return new ApiError('records-refused', {
      detail: error.message,
      remedy: 'Send JSON, one record a line, with the fields that the source describes. Nothing was kept.',
    });
  if (error instanceof NotClean)
    return new ApiError('not-clean', {
      detail: whyNotClean[error.scanState],
      remedy: 'GET /v1/cases/CASE/documents says when it is clean; /health/ready whether a scanner answers.',
    });
  if (error instanceof StoreFull) return storeFull;
  if (error instanceof TooLate) return askSettled;
  return undefined;
}
