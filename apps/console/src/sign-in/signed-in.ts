import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@duly/api-contract';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session.js';

const sessions = new WeakMap<object, Session>();

/** Marks the few pages that need nobody signed in. */
export const OpenToAll = Reflector.createDecorator<true>();

/** What a page needs that shows a form before it asks the API for anything; of all others the API says who may see them. */
export const Needs = Reflector.createDecorator<Permission>();

export function rememberSession(request: FastifyRequest, session: Session): void {
  sessions.set(request.raw, session);
}

/** @returns undefined on a page that is open to all */
export function sessionOf(request: FastifyRequest): Session | undefined {
  return sessions.get(request.raw);
}

/** The session of whoever asks for the page; the guard has let them in. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const session = sessionOf(context.switchToHttp().getRequest());
  if (!session) throw new Error('This page is open to all, so it knows nobody.');
  return session;
});
