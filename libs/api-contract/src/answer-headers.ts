import { z } from 'zod';
import { codesToRepeat, type ProblemCode } from './problem-codes.js';

/** Of a call and its answer: the caller's own, where it sent one of 8 to 64 letters, digits and dashes. */
export const correlationHeader = 'x-correlation-id';

const correlation = z.string().meta({
  description: 'Ties this answer to our log. Send one of your own under the same name, or be given one.',
});

const retryAfter = z
  .string()
  .regex(/^\d+$/u)
  .meta({ description: 'Seconds after which the same call, with the same Idempotency-Key, may succeed.' });

const wwwAuthenticate = z
  .literal('Bearer')
  .meta({ description: 'How to sign in: with an access token (RFC 6750).' });

const toRepeat: readonly ProblemCode[] = codesToRepeat;

/** What every answer carries. */
export const answerHeaders = z.object({ [correlationHeader]: correlation });

/** The same for a failure with one of these codes: where each of them may succeed later, Retry-After is always there. */
export function failureHeaders(codes: readonly ProblemCode[]): z.ZodObject {
  const isAlways = codes.every(code => toRepeat.includes(code));
  return z.object({
    ...answerHeaders.shape,
    ...(codes.some(code => toRepeat.includes(code)) && {
      'retry-after': isAlways ? retryAfter : retryAfter.exactOptional(),
    }),
    ...(codes.includes('not-signed-in') && { 'www-authenticate': wwwAuthenticate }),
  });
}
