import type { AnsweredCall } from '@duly/register';
import type { Answer } from './answer.js';
import type { Call } from './call.js';

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const place = new RegExp(`^(\\w+ /v1/(cases|requests))/(${id.source})`);
const opaque = new RegExp(`/(${id.source}|staff-[0-9a-f]+|[^/]*[0-9]{4,}[^/]*)(?=/|$)`, 'g');

/** The least status of a failure. */
export const failed = 400;

const codeOf = ({ status, body }: Answer): { readonly code?: string } => {
  if (status < failed) return {};
  const code: unknown = Reflect.get(body, 'code');
  return { code: typeof code === 'string' ? code : 'failed' };
};

/** The case or the request that a route is about. */
export const aboutOf = (route: string): { readonly caseId?: string; readonly requestId?: string } => {
  const [, , kind, found] = place.exec(route) ?? [];
  if (found === undefined) return {};
  return kind === 'cases' ? { caseId: found } : { requestId: found };
};

/** What the audit log records of an answered call: no id but those of its request or case, and nothing of its body. */
export function answeredCall({ route, correlationId }: Call, by: string, answer: Answer): AnsweredCall {
  return {
    by,
    route: route.replaceAll(opaque, '/{id}'),
    ...aboutOf(route),
    correlationId,
    status: answer.status,
    ...codeOf(answer),
  };
}
