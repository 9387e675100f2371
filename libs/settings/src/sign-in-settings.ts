import { duration, text, webAddress } from './kinds.js';
import { setting } from './setting.js';

export const issuerSettings = {
  oidcIssuer: setting(webAddress, {
    describes: 'the OpenID Connect issuer that signs staff in',
    default: 'http://127.0.0.1:3003',
    mustBeSet: 'in production',
  }),
  oidcAudience: setting(text, { describes: 'the audience an access token must be for', default: 'duly-api' }),
};

export const signInSettings = {
  ...issuerSettings,
  oidcRolesClaim: setting(text, {
    describes:
      'the claim of an access token that lists a caller’s roles; dots lead into a nested claim, as in realm_access.roles',
    default: 'roles',
  }),
  tokenClockSkew: setting(duration, {
    describes: 'how far the issuer’s clock may differ from ours',
    unit: 'ISO 8601 duration',
    default: 'PT30S',
  }),
};
