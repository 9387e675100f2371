import { Injectable } from '@nestjs/common';
import { roles, type Role } from '@duly/api-contract';
import * as openId from 'openid-client';
import type { ConsoleSettings } from '@duly/settings';
import type { SignInBegun } from './session.js';

export interface SignedIn {
  readonly staff: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly token: string;
  /** Seconds. */
  readonly lasts: number;
}

/** OpenID Connect: authorization code with PKCE (RFC 7636). */
@Injectable()
export class Issuer {
  private found: Promise<openId.Configuration> | undefined;

  constructor(private readonly settings: ConsoleSettings) {}

  /** What to remember, and where the browser goes. */
  async begin(to: string): Promise<{ readonly begun: SignInBegun; readonly address: string }> {
    const codeVerifier = openId.randomPKCECodeVerifier();
    const begun = { state: openId.randomState(), nonce: openId.randomNonce(), codeVerifier, to };
    const address = openId.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.returnAddress,
      scope: 'openid profile email',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { begun, address: address.href };
  }

  /** @throws Error when the issuer’s answer is not the one to this sign-in */
  async end(search: string, begun: SignInBegun): Promise<SignedIn> {
    const tokens = await openId.authorizationCodeGrant(
      await this.configuration(),
      new URL(`${this.returnAddress}${search}`),
      {
        pkceCodeVerifier: begun.codeVerifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      },
    );
    const claims = tokens.claims();
    if (!claims) throw new Error('The issuer gave no ID token.');
    const { sub: id, name } = claims;
    return {
      staff: { id, name: typeof name === 'string' ? name : id },
      roles: roles.filter(role => Array.isArray(claims['roles']) && claims['roles'].includes(role)),
      token: tokens.access_token,
      lasts: Math.min(tokens.expires_in ?? this.settings.sessionLength, this.settings.sessionLength),
    };
  }

  /** Where the browser goes to end the issuer’s own session too. */
  async leave(): Promise<string> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return '/signed-out';
    return openId.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.settings.consoleUrl}/`,
    }).href;
  }

  private get returnAddress(): string {
    return `${this.settings.consoleUrl}/sign-in/return`;
  }

  /** Found once; an issuer that was away is asked again. */
  private configuration(): Promise<openId.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private discover(): Promise<openId.Configuration> {
    const { oidcIssuer, oidcClient, oidcClientSecret } = this.settings;
    const issuer = new URL(oidcIssuer);
    const isOwnMachine =
      issuer.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
    return openId.discovery(
      issuer,
      oidcClient,
      undefined,
      oidcClientSecret === undefined ? openId.None() : openId.ClientSecretPost(oidcClientSecret),
      isOwnMachine ? { execute: [openId.allowInsecureRequests] } : undefined,
    );
  }
}
