import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api-parts.js';
import { correlationHeader, correlationOf } from './log/correlation.js';
import type { Log } from './log/log.js';
import { NestLog } from './log/nest-log.js';
import { ProblemFilter } from './problem/problem-filter.js';
import { AnswerInterceptor } from './routing/answer-interceptor.js';
import { SignInGuard } from './sign-in/sign-in-guard.js';

/** Builds the HTTP service over parts that are open; it does not listen yet. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  const { settings, log, verifier } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: settings.bodyLimit,
    genReqId: correlationOf,
    requestIdHeader: false,
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  tellOfRequests(adapter.getInstance(), log);
  Logger.overrideLogger(new NestLog(log));
  const api = await NestFactory.create<NestFastifyApplication>(ApiModule.over(parts), adapter);
  onlyJson(adapter.getInstance());
  api.useGlobalFilters(new ProblemFilter(log));
  api.useGlobalGuards(new SignInGuard(verifier));
  api.useGlobalInterceptors(new AnswerInterceptor());
  return api;
}

/** One line per answer: the route's pattern and never its address, since an address may hold what somebody searched for. */
function tellOfRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationHeader, request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id: correlationId, method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const milliseconds = Math.round(reply.elapsedTime);
    log.info({ correlationId, method, route, status: reply.statusCode, milliseconds }, 'answered');
    done();
  });
}

/** NestJS also reads forms; this service reads JSON and nothing else. */
function onlyJson(fastify: FastifyInstance): void {
  fastify.addHook('onReady', done => {
    fastify.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
    done();
  });
}
