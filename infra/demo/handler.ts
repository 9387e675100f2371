import { randomUUID } from 'node:crypto';
import { commandLineClient, staffGrant } from '../local/sign-in-configuration.js';
import { until } from '../local/waiting.js';
import type { House } from './house.js';

/** A member of staff at the API, signed in as anyone would be. */
export class Handler {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(
    { apiUrl, issuer }: Pick<House, 'apiUrl' | 'issuer'>,
    staff = 'staff-harriet',
  ): Promise<Handler> {
    const body = new URLSearchParams({
      grant_type: staffGrant,
      client_id: commandLineClient,
      staff,
    });
    const response = await fetch(`${issuer}/token`, { method: 'POST', body });
    const { access_token: token } = (await response.json()) as { readonly access_token?: string };
    if (!token) throw new Error(`The sign-in gave no token (HTTP ${response.status}).`);
    return new Handler(apiUrl, token);
  }

  read<Body>(path: string): Promise<Body> {
    return this.ask<Body>('GET', path);
  }

  /** @throws Error with what the API refused, in its own words */
  give<Body>(path: string, body: object): Promise<Body> {
    return this.ask<Body>('POST', path, body);
  }

  /** Sends bytes as they are: records, or a document where it is called something. @throws Error with what the API refused */
  async send(path: string, bytes: string, called?: string): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/octet-stream',
        'idempotency-key': randomUUID(),
        ...(called !== undefined && { 'x-document-name': encodeURIComponent(called) }),
      },
      body: bytes,
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  }

  /** A call that is to be tried again is sent again as it was: its key lets it happen once. */
  private ask<Body>(method: 'GET' | 'POST', path: string, body?: object): Promise<Body> {
    const key = randomUUID();
    return until(`an answer to ${path}`, 60, async () => {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body && { 'content-type': 'application/json', 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      if (response.ok) return answer as Body;
      if (response.headers.has('retry-after')) return undefined;
      throw new Error(`${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
    });
  }
}
