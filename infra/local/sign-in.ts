import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import {
  resource,
  resourceServer,
  signInConfiguration,
  type SignInOptions,
  staffClaims,
  staffGrant,
} from './sign-in-configuration.js';
import { type SignInKeys, signInKeys } from './sign-in-keys.js';
import { signInPage } from './sign-in-page.js';
import { findStaff, staff } from './staff.js';

export interface SignIn {
  readonly issuer: string;
  /** Shown so that specs can sign tokens with faults in them. */
  readonly keys: SignInKeys;
  stop(): Promise<void>;
}

/** The library warns on the console that in-memory sessions and this version of Node are not for production; nor is this issuer. */
async function withoutWarnings<Result>(work: () => Promise<Result> | Result): Promise<Result> {
  const warn = console.warn;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

/** The development grant: `staff` is an id or a role. */
async function grantToStaff(provider: Provider, audience: string, ctx: KoaContextWithOIDC): Promise<void> {
  const wanted = ctx.oidc.params?.['staff'];
  const person = typeof wanted === 'string' ? findStaff(wanted) : undefined;
  const { client } = ctx.oidc;
  if (!person || !client) {
    const known = staff.map(one => `${one.id} (${one.roles.join(', ')})`).join('; ');
    ctx.status = 400;
    ctx.body = { error: 'invalid_request', error_description: `staff must be one of: ${known}` };
    return;
  }
  const token = new provider.AccessToken({
    accountId: person.id,
    client,
    expiresWithSession: false,
    grantId: `development-${person.id}`,
    gty: staffGrant,
    scope: 'duly',
  });
  token.resourceServer = new provider.ResourceServer(resource, resourceServer(audience));
  token.extra = staffClaims(person.id);
  ctx.body = { access_token: await token.save(), expires_in: token.expiration, token_type: 'Bearer' };
}

async function chosenStaff(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) return '';
  }
  return new URLSearchParams(body).get('staff') ?? '';
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  const person = request.method === 'POST' ? findStaff(await chosenStaff(request)) : undefined;
  if (person)
    return provider.interactionFinished(request, response, { login: { accountId: person.id }, consent: {} });
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  });
  response.end(signInPage());
}

function answerFailure(response: ServerResponse): void {
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(
    'This sign-in has ended or was begun in another browser. Go back to where you came from and sign in again.',
  );
}

/**
 * An OpenID Connect issuer on 127.0.0.1 with made-up staff and no passwords.
 * @throws Error in production, where anyone could be anybody.
 */
export async function startSignIn(options: SignInOptions): Promise<SignIn> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error(
      'The sign-in for development asks for no passwords and refuses to run in production. Set OIDC_ISSUER to your own.',
    );
  }
  const issuer = `http://127.0.0.1:${options.port}`;
  const keys = await signInKeys(options.keysFile);
  const { default: OidcProvider } = await withoutWarnings(() => import('oidc-provider'));
  const provider = await withoutWarnings(() => new OidcProvider(issuer, signInConfiguration(options, keys)));
  provider.registerGrantType(staffGrant, ctx => grantToStaff(provider, options.audience, ctx), ['staff']);
  const answer = await withoutWarnings(() => provider.callback());
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    interact(provider, request, response).catch(() => answerFailure(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    issuer,
    keys,
    stop: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
