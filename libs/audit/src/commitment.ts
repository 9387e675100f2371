import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

const hmac = (key: Uint8Array, content: string): Buffer => createHmac('sha256', key).update(content).digest();

/**
 * What opens one commitment and no other: shown to an auditor, it proves what was committed to, and says nothing of any other.
 * @param key of the case; once it is destroyed no opening can be made any more
 * @returns hexadecimal
 */
export const openingOf = (key: Uint8Array, name: string): string => hmac(key, name).toString('hex');

/** HMAC-SHA-256 of the content's canonical JSON under its opening, in hexadecimal. */
export const commitmentTo = (content: unknown, opening: string): string =>
  hmac(Buffer.from(opening, 'hex'), canonicalJson(content)).toString('hex');

/** Whether this content is what was committed to. */
export function opensTo(content: unknown, opening: string, commitment: string): boolean {
  const [one, other] = [commitmentTo(content, opening), commitment].map(text => Buffer.from(text));
  return !!one && !!other && one.length === other.length && timingSafeEqual(one, other);
}
