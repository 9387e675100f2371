import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type RawBodyRequest,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problem/api-error.js';
import { MailReportSecrets } from './mail-report-secrets.js';

/** Bytes. */
const most = 65_536;

const tooLarge = new ApiError('body-too-large', {
  detail: `A report may have ${most} bytes.`,
  remedy: 'Send the status and the words of the other server, not the letter.',
});

type Request = RawBodyRequest<FastifyRequest> & { signedBy?: string };

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** Lets a report in when it is signed with one of our secrets; what it says is looked at afterwards. */
@Injectable()
export class SignedReport implements CanActivate {
  constructor(private readonly secrets: MailReportSecrets) {}

  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    const body = request.rawBody ?? Buffer.alloc(0);
    if (body.length > most) throw tooLarge;
    request.signedBy = this.secrets.verify(body, request.headers);
    return true;
  }
}

/** The id of the message that was let in. */
export const SignedBy = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string => requestOf(context).signedBy ?? '',
);
