import { EncryptJWT, jwtDecrypt } from 'jose';

const algorithm = { alg: 'dir', enc: 'A256GCM' } as const;

/** Seals what a browser keeps for us, so that it can neither read nor change it. The first key seals, all open: keys are changed with an overlap. */
export class SealedCookies {
  private readonly keys: readonly Uint8Array[];

  /** @param keys 32 bytes in base64 each, the newest first, a comma between two */
  constructor(keys: string) {
    this.keys = keys.split(',').map(one => Buffer.from(one.trim(), 'base64'));
  }

  /** @param seconds after which it opens no more */
  async seal(kind: string, content: object, seconds: number): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('There is no key to seal with.');
    return new EncryptJWT({ content })
      .setProtectedHeader(algorithm)
      .setAudience(kind)
      .setExpirationTime(`${seconds}s`)
      .encrypt(key);
  }

  /** What was sealed; undefined of what is old, of another kind, or not ours. */
  async open<Content>(kind: string, sealed: string | undefined): Promise<Content | undefined> {
    if (sealed === undefined) return undefined;
    for (const key of this.keys) {
      const opened = await jwtDecrypt(sealed, key, { audience: kind }).catch(() => undefined);
      if (opened) return opened.payload['content'] as Content;
    }
    return undefined;
  }
}
