import 'reflect-metadata';
import { correlationHeader, routerPath, routes, uploadContentType } from '@duly/api-contract';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { letPagesOpenPayloads } from './codec/allowed-origins.js';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api-parts.js';
import { correlationOf } from './log/correlation.js';
import type { Log } from './log/log.js';
import { NestLog } from './log/nest-log.js';
import type { ApiMetrics } from './metrics/api-metrics.js';
import { ApiError } from './problem/api-error.js';
import { ProblemFilter } from './problem/problem-filter.js';
import { AnswerInterceptor } from './routing/answer-interceptor.js';
import { readToTheEnd } from './routing/read-to-the-end.js';
import { StaffOfCalls } from './staff/staff-of-calls.js';
import { SignInGuard } from './sign-in/sign-in-guard.js';

/** Builds the HTTP service over parts that are open; it does not listen yet. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  const { settings, log, metrics, verifier } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: settings.bodyLimit,
    genReqId: correlationOf,
    requestIdHeader: false,
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // its answer would be no problem of ours
  });
  // With the bytes as they were sent: a report of a mail system is signed over them.
  adapter.registerParserMiddleware(undefined, true);
  tellOfRequests(adapter.getInstance(), log, metrics);
  refuseOnceStopping(adapter.getInstance());
  letPagesOpenPayloads(adapter.getInstance(), settings.temporalUiOrigins ?? []);
  Logger.overrideLogger(new NestLog(log));
  const api = await NestFactory.create<NestFastifyApplication>(ApiModule.over(parts), adapter);
  onlyJson(adapter.getInstance());
  streamUploads(adapter.getInstance());
  readToTheEnd(adapter.getInstance());
  api.useGlobalFilters(new ProblemFilter(log));
  api.useGlobalGuards(new SignInGuard(verifier, settings.oidcRolesClaim, api.get(StaffOfCalls)));
  api.useGlobalInterceptors(new AnswerInterceptor());
  return api;
}

/** One line and one measure per answer: the route's pattern and never its address, since an address may hold what somebody searched for. */
function tellOfRequests(fastify: FastifyInstance, log: Log, metrics: ApiMetrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationHeader, request.id);
    // Most answers tell of people: no browser and no proxy keeps one (UK GDPR Art 32).
    void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id: correlationId, method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const { elapsedTime, statusCode: status } = reply;
    log.info({ correlationId, method, route, status, milliseconds: Math.round(elapsedTime) }, 'answered');
    metrics.answered({ method, route, status, seconds: elapsedTime / 1_000 });
    done();
  });
}

const stopping = new ApiError('stopping', {
  detail: 'This process is stopping, so it takes nothing new; nothing was accepted.',
  remedy: 'Send the same again, with the same Idempotency-Key, after the time in Retry-After.',
  retryAfter: 1,
});

/** Calls that were under way are finished; what still comes in on a connection that is open is turned away. */
function refuseOnceStopping(fastify: FastifyInstance): void {
  let isStopping = false;
  fastify.addHook('preClose', done => {
    isStopping = true;
    done();
  });
  fastify.addHook('onRequest', (_request, _reply, done) => {
    done(isStopping ? stopping : undefined);
  });
}

const uploads = new Set(routes.filter(({ isUpload }) => isUpload).map(routerPath));

const noUpload = new ApiError('wrong-content-type', {
  detail: 'The body is not of a type that this route reads.',
  remedy: 'Send JSON to most routes, and application/octet-stream to those that take documents.',
});

/** Documents are never held in memory: whoever takes one reads it as it comes. Only the routes of uploads take bytes, and only bytes. */
function streamUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(uploadContentType, (request, payload, done) => {
    const isUpload = uploads.has(request.routeOptions.url ?? '');
    done(isUpload ? null : noUpload, isUpload ? payload : undefined);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const isUpload = uploads.has(request.routeOptions.url ?? '');
    const isBytes = (request.headers['content-type'] ?? '').startsWith(uploadContentType);
    done(isUpload && request.method === 'POST' && !isBytes ? noUpload : undefined);
  });
}

/** NestJS also reads forms; this service reads JSON and nothing else. */
function onlyJson(fastify: FastifyInstance): void {
  fastify.addHook('onReady', done => {
    fastify.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
    formsOfLinks(fastify);
    done();
  });
}

const wrongContentType = new ApiError('wrong-content-type', {
  detail: 'The body is not of a type this service reads.',
  remedy: 'Send JSON, with Content-Type: application/json.',
});

/** The page behind a link is a form, since it works without scripts; nothing else takes one. */
function formsOfLinks(fastify: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded';
  fastify.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 4_096 }, (request, body, done) => {
    const isLink = request.url.startsWith('/d/');
    const fields = new URLSearchParams(String(body));
    done(isLink ? null : wrongContentType, Object.fromEntries(fields));
  });
}
