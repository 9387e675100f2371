import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { callerFrom } from './caller.js';
import { SignInUnavailable, TokenRefused } from './sign-in-errors.js';
import { TokenVerifier } from './token-verifier.js';

/** An issuer whose keys the spec can change. */
let server: Server;
let issuer: string;
let published: JWK[] = [];
let isAway = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (isAway) return void response.writeHead(500).end();
    const isDescription = request.url === '/.well-known/openid-configuration';
    const body = isDescription ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: published };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

async function newKey(kid: string): Promise<CryptoKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  published = [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }];
  return privateKey;
}

const token = (key: CryptoKey, kid: string): Promise<string> =>
  new SignJWT({ roles: ['handler', 'emperor'] })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setAudience('duly-api')
    .setSubject('staff-1')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);

const verifier = (): TokenVerifier =>
  new TokenVerifier({ issuer, audience: 'duly-api', clockSkew: 0, keysCooldown: 0 });

describe('access tokens', () => {
  it('are good under the issuer’s keys, found by discovery, and after it has changed them', async () => {
    const verifying = verifier();
    const first = await newKey('one');
    expect((await verifying.claimsOf(await token(first, 'one'))).sub).toBe('staff-1');
    const second = await newKey('two');
    expect((await verifying.claimsOf(await token(second, 'two'))).sub).toBe('staff-1');
    await expect(verifier().claimsOf(await token(first, 'one'))).rejects.toThrow(TokenRefused);
  });

  it('cannot be judged while the issuer is away, and can once it is back', async () => {
    const key = await newKey('three');
    const verifying = verifier();
    isAway = true;
    await expect(verifying.claimsOf(await token(key, 'three'))).rejects.toThrow(SignInUnavailable);
    isAway = false;
    expect((await verifying.claimsOf(await token(key, 'three'))).sub).toBe('staff-1');
  });

  it('name the caller, with those roles that exist here', async () => {
    const key = await newKey('four');
    const claims = await verifier().claimsOf(await token(key, 'four'));
    expect(callerFrom(claims, 'roles')).toEqual({
      subject: 'staff-1',
      roles: ['handler'],
      issuedAt: claims.iat,
    });
  });

  it('name roles in the claim that the settings name, also within another', () => {
    const rolesOf = (claims: object, claim: string) => callerFrom({ sub: 'staff-1', ...claims }, claim).roles;
    expect(
      rolesOf({ 'https://council.example/roles': ['auditor'] }, 'https://council.example/roles'),
    ).toEqual(['auditor']);
    expect(rolesOf({ realm_access: { roles: ['manager', 'other'] } }, 'realm_access.roles')).toEqual([
      'manager',
    ]);
    expect(rolesOf({ realm_access: 'manager' }, 'realm_access.roles')).toEqual([]);
    expect(rolesOf({ roles: ['administrator'] }, 'realm_access.roles')).toEqual([]);
  });
});
