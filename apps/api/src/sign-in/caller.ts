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
}

const textOf = (claims: JWTPayload, name: string) => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() ? { [name]: value.trim() } : {};
};

/** Roles that this service does not know are left out, so a token with none of ours may do nothing. */
export function callerFrom(claims: JWTPayload): Caller {
  const named: readonly unknown[] = Array.isArray(claims['roles']) ? claims['roles'] : [];
  return {
    subject: claims.sub ?? '',
    roles: roles.filter(role => named.includes(role)),
    ...textOf(claims, 'name'),
    ...textOf(claims, 'email'),
    ...textOf(claims, 'team'),
  };
}
