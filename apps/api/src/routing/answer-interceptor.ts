import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { problemContentType } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Answer } from '../calls/answer.js';
import { routeServedBy } from './serves.js';

const leastFailure = 400;

/** A POST answers what its call was answered, a refusal perhaps, with the status that was kept with it. */
export class AnswerInterceptor implements NestInterceptor<Answer | object, object> {
  intercept(context: ExecutionContext, next: CallHandler<Answer | object>): Observable<object> {
    if (routeServedBy(context.getHandler()).method === 'get') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return (next as CallHandler<Answer>).handle().pipe(
      map(({ status, body }) => {
        void reply.status(status);
        if (status >= leastFailure && !reply.hasHeader('content-type')) void reply.type(problemContentType);
        return body;
      }),
    );
  }
}
