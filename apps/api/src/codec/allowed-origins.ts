import { codecRoutes } from '@duly/api-contract';
import type { FastifyInstance } from 'fastify';

const noContent = 204;
/** How long a browser remembers the answer: an hour, in seconds. */
const remembered = '3600';

/**
 * Pages of Temporal's web UI may call the one route that opens payloads, from the origins that the settings name and no others. The token
 * is the caller's own, so no cookie is let through (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol).
 */
export function letPagesOpenPayloads(fastify: FastifyInstance, origins: readonly string[]): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    const [path] = request.url.split('?');
    if (path !== codecRoutes.decodePayloads.path) {
      done();
      return;
    }
    void reply.header('vary', 'Origin');
    if (origin === undefined || !origins.includes(origin)) {
      done();
      return;
    }
    void reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS') {
      done();
      return;
    }
    void reply
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'authorization, content-type, x-namespace')
      .header('access-control-max-age', remembered)
      .status(noContent)
      .send();
  });
}
