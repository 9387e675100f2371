import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** So much of a body that nobody will use is still read, and for so long; then the connection is broken off after all. */
const mostBytes = 64 * 1024 * 1024;
const mostMilliseconds = 10_000;

function drained(body: IncomingMessage): Promise<void> {
  return new Promise(resolve => {
    let read = 0;
    const limit = setTimeout(done, mostMilliseconds);
    function done(): void {
      clearTimeout(limit);
      body.off('data', count);
      resolve();
    }
    function count(chunk: Buffer): void {
      read += chunk.length;
      if (read > mostBytes) done();
    }
    body.on('data', count).once('end', done).once('close', done);
  });
}

/**
 * A refusal that comes while the caller is still sending breaks the connection under them, and many never see why. So what is being sent
 * is read to its end, and thrown away, before a refusal is answered.
 */
export function readToTheEnd(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ raw }, { statusCode }, payload) => {
    if (statusCode >= 400 && !raw.readableEnded && !raw.destroyed) await drained(raw);
    return payload;
  });
}
