import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { SignInKeys } from './sign-in-keys.js';
import { signOutPage } from './sign-in-page.js';
import { findStaff } from './staff.js';

/** The resource a token is for; the API sees `audience`, which need not be a URI as a resource must. */
export const resource = 'urn:duly:api';
/** A grant that exists only here: a program names a made-up member of staff and gets a token, so that `duly token` needs no browser. */
export const staffGrant = 'urn:duly:development:staff';
export const consoleClient = 'duly-console';
export const commandLineClient = 'duly-cli';
const hour = 3_600;

export interface SignInOptions {
  readonly port: number;
  /** The audience of access tokens, as the API's OIDC_AUDIENCE has it. */
  readonly audience: string;
  /** Where the console is, to which a browser returns after sign-in. */
  readonly consoleUrl: string;
  /** Where keys are kept; without it they are new at each start. */
  readonly keysFile?: string;
}

export const resourceServer = (audience: string) => ({
  scope: 'duly',
  audience,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: 8 * hour,
  jwt: { sign: { alg: 'RS256' as const } },
});

export function staffClaims(id: string): Record<string, unknown> {
  const person = findStaff(id);
  return person ? { name: person.name, email: person.email, team: person.team, roles: person.roles } : {};
}

const clients = (consoleUrl: string): Configuration['clients'] => [
  {
    client_id: consoleClient,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${consoleUrl}/sign-in/return`],
    post_logout_redirect_uris: [`${consoleUrl}/`],
  },
  {
    client_id: commandLineClient,
    token_endpoint_auth_method: 'none',
    grant_types: [staffGrant],
    response_types: [],
    redirect_uris: [],
  },
];

/** Whoever signs in here has agreed to everything: there is nobody whose consent could be missing. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ctx => {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email offline_access');
  grant.addResourceScope(resource, 'duly');
  await grant.save();
  return grant;
};

function askToSignOut(ctx: KoaContextWithOIDC, form: string): void {
  ctx.type = 'html';
  ctx.body = signOutPage(form);
}

export function signInConfiguration(
  { audience, consoleUrl }: SignInOptions,
  keys: SignInKeys,
): Configuration {
  return {
    clients: clients(consoleUrl) ?? [],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name', 'team', 'roles'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) =>
      findStaff(id) ? { accountId: id, claims: () => ({ sub: id, ...staffClaims(id) }) } : undefined,
    extraTokenClaims: (_ctx, token) =>
      'accountId' in token && token.accountId ? staffClaims(token.accountId) : {},
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer(audience),
      },
    },
    ttl: {
      AccessToken: 8 * hour,
      IdToken: hour,
      Session: 14 * 24 * hour,
      Grant: 14 * 24 * hour,
      Interaction: hour,
      RefreshToken: 14 * 24 * hour,
    },
  };
}
