import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Register, type Sender } from '@duly/register';
import { Vault } from '@duly/vault';
import type { FastifyRequest } from 'fastify';
import { tokenRefused } from './transfer-errors.js';

type Request = FastifyRequest & { sender?: Sender };

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();
const bearer = /^Bearer ([0-9a-f]{64})$/i;

/** Lets another controller in by the token that it was given. */
@Injectable()
export class SentByToken implements CanActivate {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw tokenRefused;
    const tokenHash = await this.vault.keyedHash('sender token', token.toLowerCase());
    const sender = await this.register.transferring.senders.byToken(tokenHash);
    if (!sender) throw tokenRefused;
    request.sender = sender;
    return true;
  }
}

/** The controller that the token belongs to. */
export const TheSender = createParamDecorator((_data: unknown, context: ExecutionContext): Sender => {
  const { sender } = requestOf(context);
  if (!sender) throw new Error('No token was looked at on this route.');
  return sender;
});
