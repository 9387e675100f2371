import type { z } from 'zod';
import type { Permission } from '../permissions.js';
import type { ProblemCode } from '../problem-codes.js';

/** One answer that is no failure. */
export interface Answer {
  readonly status: 200 | 201 | 202 | 403 | 410 | 503;
  readonly description: string;
  readonly schema: z.ZodType;
  readonly example: unknown;
  /** Left out for JSON, which is nearly everything. */
  readonly contentType?:
    | 'application/octet-stream'
    | 'application/pdf'
    | 'application/zip'
    | 'message/rfc822'
    | 'text/calendar'
    | 'text/html'
    | 'text/plain';
  /** The same as another content type, for a caller whose Accept header asks for it. */
  readonly also?: { readonly type: string; readonly schema: z.ZodType; readonly example: unknown };
}

/** One route: all that the API registers and the published document says of it. */
export interface Route {
  /** Its name in the published document: two words or more, as `openRequest`. */
  readonly operation: string;
  readonly method: 'get' | 'post';
  /** With `{id}` for its parameter. */
  readonly path: string;
  readonly tag:
    | 'requests'
    | 'complaints'
    | 'cases'
    | 'tasks'
    | 'staff'
    | 'calendars'
    | 'reminders'
    | 'suppressions'
    | 'statistics'
    | 'audit'
    | 'hooks'
    | 'sources'
    | 'documents'
    | 'retention'
    | 'deliveries'
    | 'controllers'
    | 'transfers'
    | 'service';
  readonly summary: string;
  /** `nothing`: anybody may read it without signing in. */
  readonly permission: Permission | 'nothing';
  /** A POST that only asks, what is asked being too private for an address: it needs no key against doubles. */
  readonly isQuestion?: true;
  /** Its body is bytes, taken as they stream. */
  readonly isUpload?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  readonly answers: readonly [Answer, ...Answer[]];
  /** What can go wrong, beside what can go wrong everywhere ({@link problemsOf}). */
  readonly problems: readonly ProblemCode[];
}

const everywhere: readonly ProblemCode[] = ['stopping', 'fault'];
const signedIn: readonly ProblemCode[] = [
  'not-signed-in',
  'not-permitted',
  'has-left',
  'sign-in-away',
  'database-away',
];
const withParameters: readonly ProblemCode[] = ['not-valid'];
const asked: readonly ProblemCode[] = ['malformed-json', 'wrong-content-type', 'body-too-large', 'not-valid'];
const uploaded: readonly ProblemCode[] = [
  'idempotency-key-missing',
  'idempotency-key-reused',
  'still-under-way',
];
const posted: readonly ProblemCode[] = [
  ...asked,
  'idempotency-key-missing',
  'idempotency-key-reused',
  'still-under-way',
];

function problemsOfPost({ isQuestion, isUpload }: Route): readonly ProblemCode[] {
  if (isUpload) return isQuestion ? [] : uploaded;
  return isQuestion ? asked : posted;
}

/** Every code that a route can answer with. */
export function problemsOf(route: Route): readonly ProblemCode[] {
  const isPosted = route.method === 'post';
  return [
    ...new Set([
      ...(isPosted ? problemsOfPost(route) : []),
      ...(route.params !== undefined || route.query !== undefined ? withParameters : []),
      ...(route.permission === 'nothing' ? [] : signedIn),
      ...route.problems,
      ...everywhere,
    ]),
  ];
}

/** The path as routers write it: `/v1/cases/:id/clock`. */
export function routerPath({ path }: Route): string {
  return path.replace(/\{(\w+)\}/gu, ':$1');
}
