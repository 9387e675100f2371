import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { SignInUnavailable, TokenRefused } from './sign-in-errors.js';

export interface Issuer {
  /** The issuer's address, exactly as tokens give it in `iss`. */
  readonly issuer: string;
  readonly audience: string;
  /** Seconds by which the issuer's clock may differ from ours. */
  readonly clockSkew: number;
  /** Milliseconds before an unknown key may be asked for again; default 30 000. It bounds what a flood of made-up key ids can cost. */
  readonly keysCooldown?: number;
}

/** Asymmetric only: with HS256 whoever knows the public key could sign, and `none` is no signature. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Checks access tokens against an OpenID Connect issuer, by the real clock. Keys are found by discovery, kept, and asked for again when the issuer rotates them. */
export class TokenVerifier {
  private found: Promise<Found> | undefined;

  constructor(private readonly issuer: Issuer) {}

  /** @throws TokenRefused when the token is not good, SignInUnavailable when the issuer cannot be asked. */
  async claimsOf(token: string): Promise<JWTPayload> {
    const { keys, issuer } = await this.discovered();
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience: this.issuer.audience,
        clockTolerance: this.issuer.clockSkew,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private discovered(): Promise<Found> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined; // The issuer may be back at the next request.
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<Found> {
    const { issuer, keysCooldown } = this.issuer;
    const bare = withoutSlash(issuer);
    const described = await describedBy(`${bare}/.well-known/openid-configuration`);
    if (!described.issuer || withoutSlash(described.issuer) !== bare || !described.jwks_uri) {
      throw new SignInUnavailable('The issuer describes itself by another name, or names no keys.');
    }
    const keys = createRemoteJWKSet(new URL(described.jwks_uri), {
      cooldownDuration: keysCooldown ?? 30_000,
    });
    return { keys, issuer: described.issuer };
  }
}

interface Found {
  readonly keys: JWTVerifyGetKey;
  /** As the issuer itself writes it, with or without a slash at its end. */
  readonly issuer: string;
}

const withoutSlash = (address: string): string => address.replace(/\/$/, '');

interface Description {
  readonly issuer?: string;
  readonly jwks_uri?: string;
}

async function describedBy(address: string): Promise<Description> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    if (!answer.ok) throw new SignInUnavailable(`The issuer answered ${answer.status}.`);
    return (await answer.json()) as Description;
  } catch (error) {
    if (error instanceof SignInUnavailable) throw error;
    throw new SignInUnavailable('The issuer did not answer.');
  }
}

/** Why a token is refused, in words that never repeat the token. */
function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new TokenRefused('expired', 'The access token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused('claim', `The access token’s claim “${error.claim}” is not the one expected.`);
  if (error instanceof errors.JOSEAlgNotAllowed)
    return new TokenRefused('algorithm', 'The access token is signed by an algorithm that is not accepted.');
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid)
    return new SignInUnavailable('The issuer’s keys did not arrive.');
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC')
    return new TokenRefused('signature', 'The access token is not one that the issuer signed.');
  return new SignInUnavailable('The issuer’s keys could not be read.');
}
