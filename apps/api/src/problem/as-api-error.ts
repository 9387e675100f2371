import { problemStatuses } from '@duly/api-contract';
import { HttpException } from '@nestjs/common';
import { DatabaseError, isDatabaseAway } from '@duly/postgres';
import { ClaimLost, WrongCursor } from '@duly/register';
import { fromDocuments } from '../documents/document-errors.js';
import { DeskAway } from '../desk/case-desk.js';
import { SignInUnavailable, TokenRefused } from '../sign-in/sign-in-errors.js';
import { ApiError } from './api-error.js';
import { underWay } from './under-way.js';

/** What Fastify refuses before any route of ours runs; NestJS hands it on as an exception with its status. */
const refusedByTheServer = {
  'body-too-large': {
    detail: 'The body is larger than this service takes.',
    remedy: 'Send the text of the request only, without documents; the limit is the setting BODY_LIMIT.',
  },
  'wrong-content-type': {
    detail: 'The body is not of a type this service reads.',
    remedy: 'Send JSON, with Content-Type: application/json.',
  },
  'malformed-json': {
    detail: 'The body is not JSON.',
    remedy: 'Check quotes, commas and braces; send {} where a command needs no particulars.',
  },
  'no-such-route': {
    detail: 'There is nothing at this address.',
    remedy: 'See /openapi.json for every route and its method.',
  },
} as const;

function fromServer(error: unknown): ApiError | undefined {
  const status: unknown =
    error instanceof HttpException
      ? error.getStatus()
      : typeof error === 'object' && error !== null && Reflect.get(error, 'statusCode');
  const codes = Object.keys(refusedByTheServer) as (keyof typeof refusedByTheServer)[];
  const code = codes.find(one => problemStatuses[one] === status);
  return code && new ApiError(code, refusedByTheServer[code]);
}

/** Any error as one of ours; undefined for a fault, which is logged and told to nobody in detail. */
export function asApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof TokenRefused)
    return new ApiError('not-signed-in', {
      detail: error.message,
      remedy: 'Sign in again and send the new access token as Authorization: Bearer …',
    });
  if (error instanceof SignInUnavailable)
    return new ApiError('sign-in-away', {
      detail: error.message,
      remedy: 'Try again shortly; if it lasts, check the setting OIDC_ISSUER and the issuer itself.',
      retryAfter: 5,
    });
  if (error instanceof DeskAway)
    return new ApiError('temporal-away', {
      detail: 'The case did not answer in time; it may still take the command.',
      remedy: 'Send the same again with the same Idempotency-Key after the time in Retry-After.',
      retryAfter: 2,
    });
  if (error instanceof ClaimLost) return underWay(1);
  if (error instanceof WrongCursor)
    return new ApiError('not-valid', {
      detail: 'cursor: must be a cursor that a list gave as `next`.',
      remedy: 'Begin without a cursor, then use `next` as it is answered.',
      errors: [{ field: 'cursor', message: 'must be a cursor that a list gave as `next`' }],
    });
  if (error instanceof DatabaseError && isDatabaseAway(error))
    return new ApiError('database-away', {
      detail: 'The database does not answer, so nothing was accepted.',
      remedy: 'Send the same again with the same Idempotency-Key after the time in Retry-After.',
      retryAfter: 2,
    });
  return fromDocuments(error) ?? fromServer(error);
}
