import { timingSafeEqual } from 'node:crypto';
import { mayDo, type Permission } from '@duly/api-contract';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { BrowserCookies } from './browser-cookies.js';
import { FormFromElsewhere, NotForRole, NotSignedIn, SessionOver } from './sign-in-errors.js';
import { Needs, OpenToAll, rememberSession } from './signed-in.js';

type Form = Readonly<Record<string, unknown>>;

/** Nobody sees a page, and nobody sends a form, without a session; a form counts only from a page of ours. */
export class SessionGuard implements CanActivate {
  private readonly reflector = new Reflector();

  /** @param origin of the console, as browsers name it */
  constructor(
    private readonly cookies: BrowserCookies,
    private readonly origin: string,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const session = await this.cookies.sessionOf(request);
    if (session) rememberSession(request, session);
    const isOpen = this.reflector.get(OpenToAll, context.getHandler()) as true | undefined;
    if (isOpen) return true;
    if (request.method === 'POST') this.mustBeOwnForm(request, session?.formToken);
    if (!session) throw new NotSignedIn(request.url);
    const needed = this.reflector.getAllAndOverride(Needs, [context.getHandler(), context.getClass()]) as
      Permission | undefined;
    if (needed !== undefined && !mayDo(session.roles, needed)) throw new NotForRole();
    return true;
  }

  private mustBeOwnForm(request: FastifyRequest, formToken: string | undefined): void {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if ((origin !== undefined && origin !== this.origin) || site === 'cross-site')
      throw new FormFromElsewhere();
    const given = (request.body as Form | undefined)?.['formToken'];
    if (formToken !== undefined && typeof given === 'string' && isSame(given, formToken)) return;
    // What was written is kept: the page that follows holds it, to be sent again once signed in.
    throw new SessionOver(request.url, request.body as Form);
  }
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
