import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import cookies from '@fastify/cookie';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import { Logger, UnsupportedMediaTypeException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ConsoleSettings } from '@duly/settings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger as Log } from 'pino';
import { ConsoleModule } from './console.module.js';
import { letGo, readParts } from './documents/sent-file.js';
import { FailureFilter } from './pages/failure-filter.js';
import { Pages } from './pages/pages.js';
import { BrowserCookies } from './sign-in/browser-cookies.js';
import { SessionGuard } from './sign-in/session-guard.js';

/** What is written in a form: the longest text the API takes, and its other fields. */
const longestForm = 512 * 1_024;

/** Builds the console; it does not listen yet. @param folder where its bundle, its templates and its assets lie */
export async function createConsole(
  settings: ConsoleSettings,
  log: Log,
  folder: string,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: longestForm,
    genReqId: () => randomUUID(),
    logger: false,
    forceCloseConnections: 'idle',
  });
  tellOfPages(adapter.getInstance(), log);
  takeFiles(adapter.getInstance());
  Logger.overrideLogger(false);
  const console = await NestFactory.create<NestFastifyApplication>(
    ConsoleModule.over(settings, folder),
    adapter,
  );
  await console.register(cookies);
  await console.register(helmet, ownPagesOnly(settings));
  await console.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    // Only what is the same for everybody is compressed: a compressed page with its secret in it can be guessed from its length (BREACH).
    preCompressed: true,
    setHeaders: response => {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  const pages = console.get(Pages);
  console.useGlobalFilters(new FailureFilter(pages, log));
  console.useGlobalGuards(new SessionGuard(console.get(BrowserCookies), new URL(settings.consoleUrl).origin));
  return console;
}

/** No script and no style but our own files, no frame, no form to elsewhere; the sign-in alone is led to by a redirect. */
const ownPagesOnly = ({ consoleUrl, oidcIssuer }: ConsoleSettings) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'", new URL(oidcIssuer).origin],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // To ourselves alone: without it a browser hides from us that a form is our own.
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: consoleUrl.startsWith('https:') && { maxAge: 31_536_000 },
});

/** One line a page: its pattern and never its address. Pages tell of people, so nothing but an asset is kept by a browser. */
function tellOfPages(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { elapsedTime, statusCode: status } = reply;
    log.info({ method: request.method, route, status, milliseconds: Math.round(elapsedTime) }, 'answered');
    done();
  });
}

/** A form with a file is taken on one page alone; what nobody reads of it is let go, so that its browser hears why. */
function takeFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'multipart/form-data',
    async (request: FastifyRequest, payload: IncomingMessage) => {
      const isForFiles = request.routeOptions.url === '/cases/:id/documents/new';
      if (!isForFiles) throw new UnsupportedMediaTypeException();
      return readParts(payload);
    },
  );
  fastify.addHook('onSend', ({ body }, _reply, payload, done) => {
    letGo(body);
    done(null, payload);
  });
}
