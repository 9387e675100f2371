import { ApiError } from '../problem/api-error.js';

export const logChanged = new ApiError('log-changed', {
  detail: 'The audit log does not go on from what was signed last, so nothing of it is signed.',
  remedy: 'Tell whoever runs the service: compare the database with its backups, and run duly audit check.',
});

export const historyGone = new ApiError('history-gone', {
  detail: 'Temporal keeps no history of this case: it has not begun, or its retention is over.',
  remedy: 'Try again in a moment if the case was just opened.',
});

export const noSuchTree = new ApiError('not-valid', {
  detail: 'The log never had these two sizes, in this order.',
  remedy: 'Take sizes from GET /v1/audit/heads: first the smaller, second the larger.',
});
