import { freePort } from '@duly/infra';
import type { SignIn } from '@duly/infra/sign-in';
import { commandLineClient, staffGrant } from '@duly/infra/sign-in-configuration';
import { importJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export interface TestSignIn extends SignIn {
  readonly audience: string;
  /** Where a console must be for a browser to come back to it. */
  readonly consoleUrl: string;
  /** A good access token for a made-up member of staff, named by id or role. */
  token(staff: string): Promise<string>;
  /** A token signed with the issuer's own key but with these claims or header lines changed, to be refused: another `aud`, an `exp` in the past. */
  forge(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
}

/** An OpenID Connect issuer of this spec's own. */
export async function testSignIn(audience = 'duly-api'): Promise<TestSignIn> {
  const { startSignIn } = await import('@duly/infra/sign-in');
  const consoleUrl = `http://127.0.0.1:${await freePort()}`;
  const signIn = await startSignIn({ port: await freePort(), audience, consoleUrl });
  const token = async (staff: string): Promise<string> => {
    const body = new URLSearchParams({ grant_type: staffGrant, client_id: commandLineClient, staff });
    const response = await fetch(`${signIn.issuer}/token`, { method: 'POST', body });
    const answer = (await response.json()) as { access_token?: string; error_description?: string };
    if (!answer.access_token)
      throw new Error(`No token for ${staff}: ${answer.error_description ?? 'no reason given'}`);
    return answer.access_token;
  };
  const forge = async (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const usual = {
      iss: signIn.issuer,
      aud: audience,
      sub: 'staff-harriet',
      iat: now,
      exp: now + 600,
      roles: ['handler'],
      name: 'Harriet Okafor',
    };
    const { kid = '' } = signIn.keys.signing;
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
      .sign(await importJWK(signIn.keys.signing, 'RS256'));
  };
  return { ...signIn, audience, consoleUrl, token, forge };
}
