import { z } from 'zod';
import type { Route } from './route.js';

const alive = z.strictObject({ status: z.literal('up') }).meta({ id: 'Alive' });

const part = z.enum(['up', 'down']);

/** Temporal may be down while requests are still accepted, so it does not decide readiness. */
export const readiness = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    database: part,
    keysDatabase: part,
    temporal: part,
    scanner: z.enum(['up', 'down', 'not-set', 'not-needed']).meta({
      description:
        'Of documents. `not-set`, `down`: every document waits. `not-needed`: a development setting lets them pass.',
    }),
    alarms: z
      .array(z.enum(['audit-entries-wait', 'histories-not-archived', 'histories-lost', 'register-drifts']))
      .meta({
        description:
          'What endangers the record. Requests are still accepted: it is for people, not for a balancer.',
      }),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof readiness>;

const up = {
  status: 'ready',
  database: 'up',
  keysDatabase: 'up',
  temporal: 'up',
  scanner: 'up',
  alarms: [] as never[],
} as const;

export const serviceRoutes = {
  isLive: {
    operation: 'isLive',
    method: 'get',
    path: '/health/live',
    tag: 'service',
    summary: 'Whether the process answers',
    permission: 'nothing',
    answers: [{ status: 200, description: 'It does.', schema: alive, example: { status: 'up' } }],
    problems: [],
  },
  isReady: {
    operation: 'isReady',
    method: 'get',
    path: '/health/ready',
    tag: 'service',
    summary: 'Whether requests can be accepted',
    permission: 'nothing',
    answers: [
      { status: 200, description: 'They can.', schema: readiness, example: up },
      {
        status: 503,
        description: 'They cannot.',
        schema: readiness,
        example: { ...up, status: 'not-ready', database: 'down' },
      },
    ],
    problems: [],
  },
  readMetrics: {
    operation: 'readMetrics',
    method: 'get',
    path: '/metrics',
    tag: 'service',
    summary:
      'The figures of this process and of the register, as Prometheus reads them: no person, id or reference',
    permission: 'nothing',
    answers: [
      {
        status: 200,
        description: 'The Prometheus text format, version 0.0.4.',
        schema: z.string(),
        example: '# TYPE duly_cases_open gauge\nduly_cases_open{right="access"} 12\n',
        contentType: 'text/plain',
      },
    ],
    problems: [],
  },
  readOpenApi: {
    operation: 'readOpenApi',
    method: 'get',
    path: '/openapi.json',
    tag: 'service',
    summary: 'This document',
    permission: 'nothing',
    answers: [
      {
        status: 200,
        description: 'OpenAPI 3.1.',
        schema: z.looseObject({ openapi: z.string() }),
        example: { openapi: '3.1.1' },
      },
    ],
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
