import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Ties a caller's request to our log lines and answers; given back under the same name. */
export const correlationHeader = 'x-correlation-id';

/** Letters, digits and dashes only, so that a caller can put neither a name nor a line break into our log. */
const acceptable = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's correlation id where it is an acceptable one, else a new one. */
export function correlationOf({
  headers,
}: { readonly headers: IncomingHttpHeaders } | IncomingMessage): string {
  const given = headers[correlationHeader];
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
}
