import { createServer, type Server, type ServerResponse } from 'node:http';
import type { CaughtLetters } from './caught-letters.js';
import { letterPage, listPage, missingPage, style } from './mail-page.js';

const ownPages =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A letter’s HTML may style itself and show pictures it carries; it runs nothing and fetches nothing. */
const foreignHtml = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function send(response: ServerResponse, status: number, type: string, body: string, policy = ownPages): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

function answer(letters: CaughtLetters, path: string, response: ServerResponse): void {
  if (path === '/') return send(response, 200, 'text/html', listPage(letters.all()));
  if (path === '/style.css') return send(response, 200, 'text/css', style);
  if (path === '/messages') return send(response, 200, 'application/json', JSON.stringify(letters.all()));
  const [, id = '', part] = /^\/letters\/(\d+)(?:\/(html|source))?$/.exec(path) ?? [];
  const letter = letters.find(id);
  if (!letter || (part === 'html' && letter.html === undefined))
    return send(response, 404, 'text/html', missingPage());
  if (part === 'html') return send(response, 200, 'text/html', letter.html ?? '', foreignHtml);
  if (part === 'source') return send(response, 200, 'text/plain', letter.source);
  return send(response, 200, 'text/html', letterPage(letter));
}

/** Shows the caught letters on 127.0.0.1: `/` for people, `/messages` as JSON for programs. */
export function startMailWeb(letters: CaughtLetters, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    // A page elsewhere could point its own name at 127.0.0.1 and read letters through the visitor's browser.
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost')
      return send(response, 421, 'text/plain', 'Ask for 127.0.0.1.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'Only GET.');
    return answer(letters, new URL(request.url ?? '/', 'http://127.0.0.1').pathname, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
