/** Who is asked, and as whom. */
export interface ApiPlace {
  readonly url: string;
  readonly token: string;
}

export interface ApiAnswer {
  readonly isGood: boolean;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Milliseconds. */
const patience = 15_000;

/** What goes with a POST: its body, and the key under which sending twice does once. */
export interface Posted {
  readonly body: object;
  readonly key: string;
}

/** Asks the API; undefined where nobody answers. */
export async function callApi(
  { url, token }: ApiPlace,
  path: string,
  posted?: Posted,
  milliseconds = patience,
): Promise<ApiAnswer | undefined> {
  const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
    ...(posted && { method: 'POST', body: JSON.stringify(posted.body) }),
    headers: {
      authorization: `Bearer ${token}`,
      ...(posted && { 'content-type': 'application/json', 'idempotency-key': posted.key }),
    },
    signal: AbortSignal.timeout(milliseconds),
  }).catch(() => undefined);
  if (!response) return undefined;
  const body = (await response.json().catch(() => ({}))) as ApiAnswer['body'];
  return { isGood: response.ok, status: response.status, body };
}

export const apiIsSilent = (url: string): string =>
  `The API does not answer at ${url}. Start it, or set API_URL to where it is.`;

/** The words of a problem (RFC 9457), with its rule. */
export function problemInWords({ title, detail, cite, remedy }: ApiAnswer['body']): string {
  const rule = typeof cite === 'string' ? `(${cite})` : undefined;
  return [detail ?? title, rule, remedy].filter(part => typeof part === 'string').join(' ');
}
