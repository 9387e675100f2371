import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isAskToken, Register, type SourceAsk } from '@duly/register';
import { Vault } from '@duly/vault';
import type { FastifyRequest } from 'fastify';
import { askSettled, tokenRefused } from '../sources/source-errors.js';

type Request = FastifyRequest & { ask?: SourceAsk };

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();
const bearer = /^Bearer ([0-9a-f]{64})$/i;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lets the system of a source in by the token of the ask that its address names; the token ends with the answer. */
@Injectable()
export class AskedByToken implements CanActivate {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const { ask: askId } = request.params as { readonly ask?: string };
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (!token || !askId || !uuid.test(askId)) throw tokenRefused;
    const ask = await this.register.sourceAsks.byId(askId);
    if (!ask || !(await isAskToken(this.vault, ask, token.toLowerCase()))) throw tokenRefused;
    if (ask.state !== 'asked' && ask.state !== 'waiting')
      throw request.method === 'GET' ? tokenRefused : askSettled;
    request.ask = ask;
    return true;
  }
}

/** The ask that the token opened. */
export const TheAsk = createParamDecorator((_data: unknown, context: ExecutionContext): SourceAsk => {
  const { ask } = requestOf(context);
  if (!ask) throw new Error('No token was looked at on this route.');
  return ask;
});
