import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problem/api-error.js';
import { callerOf } from '../sign-in/sign-in-guard.js';
import type { Caller } from '../sign-in/caller.js';

/** One POST, as far as its idempotency goes. */
export interface Call {
  readonly caller: Caller;
  /** Method and path, ids included: the same key at another address is another call. */
  readonly route: string;
  /** The caller's Idempotency-Key. */
  readonly key: string;
  readonly body: unknown;
  readonly correlationId: string;
}

/** Visible ASCII, so that a key travels through every proxy unchanged. */
const acceptable = /^[\x21-\x7e]{8,200}$/;

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && acceptable.test(key)) return key;
  throw new ApiError('idempotency-key-missing', {
    detail: 'The header Idempotency-Key is missing, or is not 8 to 200 visible ASCII characters.',
    remedy: 'Send Idempotency-Key: a new UUID for each thing you do, and the same one when you repeat it.',
  });
}

/** The call as a parameter of a route. @throws ApiError where it has no key. */
export const TheCall = createParamDecorator((_data: unknown, context: ExecutionContext): Call => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const [path = ''] = request.url.split('?');
  return {
    caller: callerOf(request),
    route: `${request.method} ${path}`,
    key: keyOf(request),
    body: request.body,
    correlationId: request.id,
  };
});
