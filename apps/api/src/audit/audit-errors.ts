import { ApiError } from '../problem/api-error.js';

export const logChanged = new ApiError('log-changed', {
  detail: 'The audit log does not go on from what was signed last, so nothing of it is signed.',
  remedy: 'Tell whoever runs the service: compare the database with its backups, and run duly audit check.',
});

export const historyGone = new ApiError('history-gone', {
  detail:
    'Neither Temporal nor the archive has a history of this case: it has not begun, or it was not archived in time.',
  remedy: 'Try again in a moment if the case was just opened.',
});

export const noSuchTree = new ApiError('not-valid', {
  detail: 'The log never had these two sizes, in this order.',
  remedy: 'Take sizes from GET /v1/audit/heads: first the smaller, second the larger.',
});

export const archiveDamaged = (what: string): ApiError =>
  new ApiError('archive-damaged', {
    detail: `A history of this case is in the archive and is ${what}: its hash is another than the register and the audit log say.`,
    remedy: 'Take the file from a backup of HISTORY_ARCHIVE. The audit log names it: see HistoryArchived.',
  });

export const doesNotOpen = (detail: string): ApiError =>
  new ApiError('payload-does-not-open', {
    detail,
    remedy: 'Ask whoever runs the service for the key; nothing is lost while it is kept somewhere.',
  });

export const noSuchCode = new ApiError('no-such-code', {
  detail: 'No worker that keeps its code ever ran workflow code of this hash.',
  remedy: 'Take the hash from a history, as the SDK names builds by it.',
});
