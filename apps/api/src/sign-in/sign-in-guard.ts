import { createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { routeServedBy } from '../routing/serves.js';
import { mayDo } from '@duly/api-contract';
import { notPermitted } from './not-permitted.js';
import { TokenRefused } from './sign-in-errors.js';
import { callerFrom, type Caller } from './caller.js';
import type { StaffOfCalls } from '../staff/staff-of-calls.js';
import type { TokenVerifier } from './token-verifier.js';

interface SignedInRequest extends FastifyRequest {
  caller?: Caller;
}

const bearer = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i;

/** Lets a request in when its token is good and its caller holds the permission of the route. */
export class SignInGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly rolesClaim: string,
    private readonly staff: StaffOfCalls,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { permission } = routeServedBy(context.getHandler());
    if (permission === 'nothing') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw new TokenRefused('missing', 'There is no access token.');
    const caller = callerFrom(await this.verifier.claimsOf(token), this.rolesClaim);
    if (!mayDo(caller.roles, permission)) {
      await this.staff.keptOut(caller, permission);
      throw notPermitted(permission);
    }
    await this.staff.mustWorkHere(caller);
    request.caller = caller;
    return true;
  }
}

/** The member of staff who calls; only on routes that need a permission. */
export function callerOf(request: FastifyRequest): Caller {
  const { caller } = request as SignedInRequest;
  if (!caller) throw new Error('Nobody is signed in on this route.');
  return caller;
}

/** The same as a parameter of a route. */
export const From = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
