import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ApiProblem } from '../duly-api/api-problem.js';
import { FormFromElsewhere, NotForRole, NotSignedIn, SessionOver } from '../sign-in/sign-in-errors.js';
import { sessionOf } from '../sign-in/signed-in.js';
import type { Pages } from './pages.js';

interface Shown {
  readonly status: number;
  readonly template: string;
  readonly data?: object;
}

/** Whatever went wrong becomes a page that says so, and what to do. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly log: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const signIn = signInFor(error, request);
    if (signIn !== undefined) {
      await reply.redirect(signIn, 303);
      return;
    }
    const { status, template, data } = this.shown(error);
    await reply.status(status).send(this.pages.show(sessionOf(request), template, data));
  }

  private shown(error: unknown): Shown {
    if (error instanceof SessionOver) return { status: 401, template: 'session-over', data: kept(error) };
    if (error instanceof FormFromElsewhere) return { status: 403, template: 'form-from-elsewhere' };
    if (error instanceof NotForRole) return { status: 403, template: 'not-permitted' };
    if (error instanceof ApiProblem) return ofProblem(error);
    if (error instanceof HttpException && error.getStatus() === 404)
      return { status: 404, template: 'not-found' };
    if (error instanceof HttpException && error.getStatus() < 500)
      return { status: error.getStatus(), template: 'not-understood' };
    this.log.error(
      { err: error instanceof Error ? { type: error.name, stack: error.stack } : {} },
      'a page failed',
    );
    return { status: 500, template: 'fault' };
  }
}

/** A page is only asked for: whoever is not signed in, or no longer, signs in and goes on with it. */
function signInFor(error: unknown, { method, url }: FastifyRequest): string | undefined {
  const isOver = error instanceof ApiProblem && error.problem.code === 'not-signed-in' && method === 'GET';
  return error instanceof NotSignedIn || isOver ? `/sign-in?to=${encodeURIComponent(url)}` : undefined;
}

function kept({ to, form }: SessionOver): object {
  const fields = Object.entries(form)
    .filter(([name]) => name !== 'formToken')
    .flatMap(([name, value]) => [value].flat().map(one => ({ name, value: String(one) })));
  return { to, fields };
}

function ofProblem({ problem }: ApiProblem): Shown {
  const template =
    problem.status === 404 ? 'not-found' : problem.status === 403 ? 'not-permitted' : 'problem';
  return { status: problem.status, template, data: { problem } };
}
