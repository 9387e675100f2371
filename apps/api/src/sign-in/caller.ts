import type { JWTPayload } from 'jose';
import { roles, type Role } from '@duly/api-contract';

/** The member of staff who calls, as their access token names them. Name and address are personal data: never logged. */
export interface Caller {
  /** The token's `sub`: what the issuer calls them. */
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly name?: string;
  readonly email?: string;
  readonly team?: string;
  /** When the token was made: each sign-in has its own. Seconds since 1970. */
  readonly issuedAt?: number;
}

const textOf = (claims: JWTPayload, name: string) => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() ? { [name]: value.trim() } : {};
};

/** A claim of this name; else, as issuers nest them, one reached by the parts of the name between dots. */
function claimNamed(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, key)
          ? Reflect.get(part, key)
          : undefined,
      claims,
    );
}

/** Roles that this service does not know are left out, so a token with none of ours may do nothing. */
export function callerFrom(claims: JWTPayload, rolesClaim: string): Caller {
  const held = claimNamed(claims, rolesClaim);
  const named: readonly unknown[] = Array.isArray(held) ? held : [];
  return {
    subject: claims.sub ?? '',
    roles: roles.filter(role => named.includes(role)),
    ...textOf(claims, 'name'),
    ...textOf(claims, 'email'),
    ...textOf(claims, 'team'),
    ...(claims.iat !== undefined && { issuedAt: claims.iat }),
  };
}
