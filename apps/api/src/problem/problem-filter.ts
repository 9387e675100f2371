import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Problem } from '@duly/api-contract';
import type { CaseRefusal } from '@duly/case';
import type { Log } from '../log/log.js';
import { ApiError } from './api-error.js';
import { asApiError } from './as-api-error.js';
import { problemOf, refusalProblem } from './problem.js';
import { Refused } from './refused.js';

const fault = new ApiError('fault', {
  detail: 'Something went wrong here, and it is ours to mend.',
  remedy: 'Send the same again with the same Idempotency-Key; if it lasts, report the correlation id.',
});

/** The one place where an error becomes an answer: application/problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = error instanceof Refused ? error.refusal : asApiError(error);
    if (!known) this.log.error({ err: error, correlationId: reply.request.id }, 'a fault');
    send(reply, known ?? fault);
  }
}

function send(reply: FastifyReply, said: ApiError | CaseRefusal): void {
  const problem: Problem = said instanceof ApiError ? problemOf(said) : refusalProblem(said);
  if (said instanceof ApiError && said.particulars.retryAfter !== undefined)
    void reply.header('retry-after', String(said.particulars.retryAfter));
  if (problem.code === 'not-signed-in') void reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json').send(problem);
}
