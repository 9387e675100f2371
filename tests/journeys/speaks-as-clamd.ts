import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Whatever holds it is found. */
export const harmful = 'HARMFUL';

/** Speaks as clamd does; the real one is tried in `libs/documents`. */
export async function speaksAsClamd(port: number): Promise<Server> {
  const scanner = createServer(socket => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      received = Buffer.concat([received, bytes]);
      if (received.toString('latin1') === 'zPING\0') socket.end('PONG\0');
      if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(received.includes(harmful) ? 'stream: Spec-Harm FOUND\0' : 'stream: OK\0');
    });
  }).listen(port, '127.0.0.1');
  await once(scanner, 'listening');
  return scanner;
}
