import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { correlationHeader } from '@duly/api-contract';

/** Letters, digits and dashes only, so that a caller can put neither a name nor a line break into our log. */
const acceptable = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's correlation id where it is an acceptable one, else a new one. */
export function correlationOf({
  headers,
}: { readonly headers: IncomingHttpHeaders } | IncomingMessage): string {
  const given = headers[correlationHeader];
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
}
