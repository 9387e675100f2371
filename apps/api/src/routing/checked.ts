import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { check, type Route } from '@duly/api-contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ApiError } from '../problem/api-error.js';
import { routeServedBy } from './serves.js';

function checked(schema: z.ZodType | undefined, given: unknown): unknown {
  if (!schema) return {};
  const outcome = check(schema, given);
  if (outcome.isValid) return outcome.value;
  const [first] = outcome.errors;
  throw new ApiError('not-valid', {
    detail: first ? `${first.field || 'The whole'}: ${first.message}.` : 'What was sent does not fit.',
    remedy: 'Correct the fields named in errors; /openapi.json describes each of them.',
    errors: outcome.errors,
  });
}

const part = (
  schemaOf: (route: Route) => z.ZodType | undefined,
  givenIn: (request: FastifyRequest) => unknown,
) =>
  createParamDecorator((_data: unknown, context: ExecutionContext): unknown =>
    checked(
      schemaOf(routeServedBy(context.getHandler())),
      givenIn(context.switchToHttp().getRequest<FastifyRequest>()),
    ),
  );

/** What the path names, checked against the route's schema. */
export const Params = part(
  route => route.params,
  request => request.params,
);
/** What stands after the `?`, checked; a field that is not known is refused. */
export const Query = part(
  route => route.query,
  request => request.query,
);
/** The body, checked; a field that is not known is refused. */
export const Body = part(
  route => route.body?.schema,
  request => request.body ?? {},
);
