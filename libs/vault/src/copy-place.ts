import type { Place } from './sealing.js';

/** One part of a copy that is made to be given away: a file of a package, or the package itself. */
export interface CopyPlace {
  readonly requestId: string;
  readonly caseId: string;
  /** Whose key it is sealed under beside the request's. */
  readonly copyId: string;
  readonly partId: string;
}

export const copyPlace = ({ requestId, caseId, copyId, partId }: CopyPlace): Place => [
  'copy',
  requestId,
  caseId,
  copyId,
  partId,
];
