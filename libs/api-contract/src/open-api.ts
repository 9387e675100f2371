import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { answerHeaders, failureHeaders } from './answer-headers.js';
import { rolesWith } from './permissions.js';
import { problemStatuses, type ProblemCode } from './problem-codes.js';
import { problem, problemContentType, type Problem } from './problem.js';
import { idempotencyHeader } from './queries.js';
import { uploadContentType } from './routes/upload.js';
import { problemsOf, type Route } from './routes/route.js';

export interface DocumentInfo {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** Where the API answers, as `http://127.0.0.1:3000`. */
  readonly server?: string;
}

type Responses = Record<`${1 | 2 | 3 | 4 | 5}${string}`, ZodOpenApiResponseObject>;

/** `second-extension` → `Second extension`. */
export function titleOf(code: ProblemCode): string {
  return (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('-', ' ');
}

function problemExample(code: ProblemCode): Problem {
  return {
    type: `urn:duly:problem:${code}`,
    title: titleOf(code),
    status: problemStatuses[code],
    code,
    detail: 'What was wrong, in words.',
    remedy: 'What to do about it.',
  };
}

function codesByStatus(route: Route): ReadonlyMap<number, readonly ProblemCode[]> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    const status = problemStatuses[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([first], [second]) => first - second));
}

/** How a route fails with one status; the description names its codes. */
function failure(codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  const [first] = codes;
  const example = first && problemExample(first);
  return {
    description: codes.map(code => `\`${code}\``).join(', '),
    headers: failureHeaders(codes),
    content: { [problemContentType]: { schema: problem, ...(example && { example }) } },
  };
}

/** Every answer of a route, by its status. That a service is not ready shares its status with a service that is stopping. */
function responsesOf(route: Route): Responses {
  const responses: Responses = {};
  for (const [status, codes] of codesByStatus(route))
    responses[`${status}` as keyof Responses] = failure(codes);
  for (const answer of route.answers) {
    const { status, description, schema, example, contentType = 'application/json', also } = answer;
    const shared = responses[`${status}`];
    responses[`${status}`] = {
      description: shared ? `${description} Or: ${shared.description}` : description,
      headers: answerHeaders,
      content: {
        [contentType]: { schema, example },
        ...(also && { [also.type]: { schema: also.schema, example: also.example } }),
        ...shared?.content,
      },
    };
  }
  return responses;
}

function whoMay({ permission }: Route): string {
  return permission === 'nothing'
    ? 'Anybody, without signing in.'
    : `Permission: ${permission} (${rolesWith(permission).join(', ')}).`;
}

function operation(route: Route): ZodOpenApiOperationObject {
  const isOpen = route.permission === 'nothing';
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    description: whoMay(route),
    security: isOpen ? [] : [{ accessToken: [] }],
    'x-permission': route.permission,
    requestParams: {
      ...(route.params !== undefined && { path: route.params }),
      ...(route.query !== undefined && { query: route.query }),
      ...(route.method === 'post' && !route.isQuestion && { header: idempotencyHeader }),
    },
    ...(route.isUpload && {
      requestBody: {
        required: true,
        content: { [uploadContentType]: { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    ...(route.body !== undefined && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: route.body.schema, example: route.body.example } },
      },
    }),
    responses: responsesOf(route),
  };
}

/** The published document, OpenAPI 3.1, made of the schemas that check what comes and goes. */
export function openApiDocument(
  routes: readonly Route[],
  info: DocumentInfo,
): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  const { server, ...about } = info;
  return createDocument({
    openapi: '3.1.1',
    info: about,
    ...(server !== undefined && { servers: [{ url: server }] }),
    tags: [
      'requests',
      'complaints',
      'cases',
      'tasks',
      'staff',
      'calendars',
      'suppressions',
      'statistics',
      'sources',
      'documents',
      'audit',
      'service',
    ].map(name => ({ name })),
    paths,
    components: {
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token of the OpenID Connect issuer; a claim of it, `roles` unless the setting OIDC_ROLES_CLAIM names another, says what the caller may do.',
        },
      },
    },
  });
}
