import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { freePort, until } from './index.js';
import { type SignIn, startSignIn } from './sign-in.js';
import { commandLineClient, consoleClient, staffGrant } from './sign-in-configuration.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-sign-in-'));
const keysFile = join(folder, 'keys.json');
const audience = 'duly-api';
const consoleUrl = 'http://127.0.0.1:3001';
let signIn: SignIn;
let port: number;

beforeAll(async () => {
  port = await freePort();
  signIn = await startSignIn({ port, audience, consoleUrl, keysFile });
});
afterAll(async () => {
  await signIn.stop();
  rmSync(folder, { recursive: true });
});

type Answer = Readonly<Record<string, string | undefined>>;
const post = async (path: string, body: Record<string, string>) =>
  (await (
    await fetch(`${signIn.issuer}${path}`, { method: 'POST', body: new URLSearchParams(body) })
  ).json()) as Answer;
const tokenFor = (staff: string) =>
  post('/token', { grant_type: staffGrant, client_id: commandLineClient, staff });
const verify = (token = '') =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${signIn.issuer}/jwks`)), {
    issuer: signIn.issuer,
    audience,
    algorithms: ['RS256'],
  });

describe('a token for the command line', () => {
  it('names the person, their team and roles, and can be verified with the published keys', async () => {
    const { payload } = await verify((await tokenFor('manager'))['access_token']);
    expect(payload).toMatchObject({
      sub: 'staff-morgan',
      name: 'Morgan Reid',
      email: 'morgan.reid@council.example',
      team: 'Information rights',
    });
    expect(payload['roles']).toEqual(['handler', 'manager']);
  });

  it.each(['handler', 'approver', 'manager', 'auditor', 'administrator'])('is given to a %s', async role => {
    const { payload } = await verify((await tokenFor(role))['access_token']);
    expect(payload['roles']).toContain(role);
  });

  it('is refused to anybody else, saying who there is', async () => {
    const answer = await tokenFor('king');
    expect(answer['error']).toBe('invalid_request');
    expect(answer['error_description']).toContain('staff-harriet (handler)');
  });

  it('stays good over a restart, because the keys are kept, readable by their owner only', async () => {
    const { access_token: token } = await tokenFor('handler');
    await signIn.stop();
    signIn = await startSignIn({ port, audience, consoleUrl, keysFile });
    // The first attempt may go out on the connection that the old issuer has just closed.
    const verified = await until('The verification of the earlier token', 10, () =>
      verify(token).catch(() => undefined),
    );
    expect(verified.payload.sub).toBe('staff-harriet');
    expect(statSync(keysFile).mode & 0o077).toBe(0);
  });
});

/** A browser with cookies, which stops at the console's door. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(new URL(address, signIn.issuer), {
      redirect: 'manual',
      headers: { cookie },
      ...body,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}

describe('signing in with a browser', () => {
  const verifier = randomBytes(32).toString('base64url');
  const returnTo = `${consoleUrl}/sign-in/return`;
  const query = new URLSearchParams({
    client_id: consoleClient,
    response_type: 'code',
    redirect_uri: returnTo,
    scope: 'openid duly',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const place = (response: Response) => response.headers.get('location') ?? '';

  it('shows the staff, takes a choice, and gives a token and its refreshment', async () => {
    const browser = new Browser();
    const interaction = place(await browser.go(`/auth?${query.toString()}`));
    expect(await (await browser.go(interaction)).text()).toContain('Harriet Okafor');
    const resumed = place(await browser.go(interaction, { staff: 'staff-harriet' }));
    const door = place(await browser.go(resumed));
    expect(door.startsWith(returnTo)).toBe(true);
    const code = new URL(door).searchParams.get('code') ?? '';
    const grant = {
      grant_type: 'authorization_code',
      client_id: consoleClient,
      redirect_uri: returnTo,
      code,
    };
    const first = await post('/token', { ...grant, code_verifier: verifier });
    expect((await verify(first['access_token'])).payload['roles']).toEqual(['handler']);
    const again = await post('/token', {
      grant_type: 'refresh_token',
      client_id: consoleClient,
      refresh_token: first['refresh_token'] ?? '',
    });
    expect(decodeJwt(again['access_token'] ?? '').sub).toBe('staff-harriet');
  });

  it('wants PKCE', async () => {
    const without = new URLSearchParams({
      client_id: consoleClient,
      response_type: 'code',
      redirect_uri: returnTo,
      scope: 'openid',
    });
    expect(place(await new Browser().go(`/auth?${without.toString()}`))).toContain('error=invalid_request');
  });
});

it('refuses to run in production', async () => {
  process.env['NODE_ENV'] = 'production';
  try {
    await expect(startSignIn({ port: 1, audience, consoleUrl })).rejects.toThrow(
      'refuses to run in production',
    );
  } finally {
    process.env['NODE_ENV'] = 'test';
  }
});
