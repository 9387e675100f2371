import { createServer, type Server, type ServerResponse } from 'node:http';

/** What Prometheus reads. */
export interface Scraped {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Answers 200 while the worker takes work and 503 otherwise, and its figures at `/metrics`; on this machine only. */
export function openHealth(port: number, isRunning: () => boolean, metrics: Scraped): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void tellMetrics(response, metrics);
      return;
    }
    const running = isRunning();
    response.writeHead(running ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: running ? 'running' : 'stopping' }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function tellMetrics(response: ServerResponse, metrics: Scraped): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType });
  response.end(text);
}
