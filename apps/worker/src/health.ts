import { createServer, type Server } from 'node:http';

/** Answers 200 while the worker takes work and 503 otherwise, on this machine only. */
export function openHealth(port: number, isRunning: () => boolean): Promise<Server> {
  const server = createServer((_request, response) => {
    const running = isRunning();
    response.writeHead(running ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: running ? 'running' : 'stopping' }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
