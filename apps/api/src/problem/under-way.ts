import { ApiError } from './api-error.js';

/** @param retryAfter seconds */
export const underWay = (retryAfter: number): ApiError =>
  new ApiError('still-under-way', {
    detail: 'The same call is being carried out at this moment.',
    remedy: 'Wait the time in Retry-After and send the same again with the same Idempotency-Key.',
    retryAfter,
  });
