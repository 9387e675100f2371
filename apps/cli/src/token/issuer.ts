/** The sign-in could not or would not give a token; the message is for people. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** The grant and the client of the sign-in that `npm start` brings up; no other issuer knows them. */
const grant = 'urn:duly:development:staff';
const client = 'duly-cli';

const notRunning = (issuer: string): string =>
  `Nobody answers at ${issuer}, the issuer that OIDC_ISSUER names. Start everything with npm start, or set OIDC_ISSUER to the sign-in for development.`;

/** An access token of the development issuer for a member of staff, named by id or role. @throws NoToken in words */
export async function tokenFor(staff: string, issuer: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: grant, client_id: client, staff });
  const url = `${issuer.replace(/\/$/, '')}/token`;
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (!response) throw new NoToken(notRunning(issuer));
  const answer = (await response.json().catch(() => ({}))) as {
    readonly access_token?: string;
    readonly error?: string;
    readonly error_description?: string;
  };
  if (answer.access_token) return answer.access_token;
  throw new NoToken(
    answer.error === 'invalid_request' && answer.error_description
      ? `There is no "${staff}": ${answer.error_description}`
      : `${issuer} gives no such token (${answer.error ?? `HTTP ${response.status}`}). Only the sign-in for development does; sign in at your own issuer instead.`,
  );
}
