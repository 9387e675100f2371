import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM. Layout: format 1 | nonce of 12 bytes | tag of 16 bytes | what is sealed. */
const format = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

/** What something sealed is bound to, from the widest to the narrowest: it opens nowhere else, so a row moved to another case stays shut. */
export type Place = readonly [kind: string, ...names: string[]];

/** A place as bytes. Lengths stand before the names, so that no two places are written alike. */
export const bound = (place: Place): Buffer =>
  Buffer.from(place.map(name => `${Buffer.byteLength(name)}:${name}`).join('|'));

/** Something sealed that does not open: the wrong key, another place, or bytes that were changed. A fault, never an erasure. */
export class DoesNotOpen extends Error {
  override readonly name = 'DoesNotOpen';

  constructor(kind: string) {
    super(
      `A sealed ${kind} does not open here. It was changed or moved, or the master key is not the one that locked it; restore VAULT_MASTER_KEYS or the row.`,
    );
  }
}

export function seal(key: Uint8Array, place: Place, content: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(place));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), sealed]);
}

/** @throws DoesNotOpen */
export function unseal(key: Uint8Array, place: Place, sealed: Uint8Array): Buffer {
  try {
    if (sealed[0] !== format || sealed.length < headLength) throw new DoesNotOpen(place[0]);
    const nonce = sealed.subarray(1, 1 + nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(bound(place))
      .setAuthTag(sealed.subarray(1 + nonceLength, headLength));
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]);
  } catch {
    throw new DoesNotOpen(place[0]);
  }
}

export const newKey = (): Buffer => randomBytes(32);

/** A key for one purpose out of another (HKDF, RFC 5869), so that no key both encrypts and authenticates. */
export const keyFor = (purpose: string, key: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `duly ${purpose}`, 32));

/** HMAC-SHA-256 in hexadecimal. */
export const keyedHash = (key: Uint8Array, content: string | Uint8Array): string =>
  createHmac('sha256', key).update(content).digest('hex');
