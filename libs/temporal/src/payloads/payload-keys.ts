import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipherName = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

const wellNamed = /^[A-Za-z0-9_.-]{1,40}$/;
const shown = (keyId: string): string => (wellNamed.test(keyId) ? `"${keyId}"` : 'of no name that we give');

/** What Temporal holds was sealed by a key that we were not given. Nothing is lost: with the key it opens again. */
export class PayloadKeyMissing extends Error {
  override readonly name = 'PayloadKeyMissing';

  constructor(readonly keyId: string) {
    super(
      `What Temporal holds here is sealed with the key ${shown(keyId)}, which TEMPORAL_PAYLOAD_KEYS does not name. ` +
        'Add it behind the newest key; cases that need it wait until then, and nothing of them is lost.',
    );
  }
}

/** The key is there and what it sealed does not open: it was changed in Temporal’s store, or another key goes by that name. */
export class PayloadChanged extends Error {
  override readonly name = 'PayloadChanged';

  constructor(readonly keyId: string) {
    super(
      `What Temporal holds here does not open with the key ${shown(keyId)}: it was changed, or another key goes by that name. ` +
        'Compare TEMPORAL_PAYLOAD_KEYS with its backup, and Temporal’s store with its own.',
    );
  }
}

export const isShut = (error: unknown): error is PayloadKeyMissing | PayloadChanged =>
  error instanceof PayloadKeyMissing || error instanceof PayloadChanged;

export interface SealedBytes {
  readonly keyId: string;
  /** Nonce of 12 bytes | what is sealed | tag of 16 bytes. */
  readonly sealed: Uint8Array;
}

const entry = /^([A-Za-z0-9_.-]{1,40}):([A-Za-z0-9+/]{43}=)$/;

/** Bound to format and key, so that no other sealed thing passes for a payload. */
const bound = (keyId: string): Buffer => Buffer.from(`duly temporal payload 1 ${keyId}`);

/** The keys that lock what goes to Temporal (AES-256-GCM). The first locks; all open. */
export class PayloadKeys {
  private constructor(
    private readonly keys: ReadonlyMap<string, Buffer>,
    private readonly newest: readonly [id: string, key: Buffer],
  ) {}

  /** @param written `id:key` with a comma between two, a key being 32 bytes in base64. @throws Error in words, without the keys */
  static read(written: string): PayloadKeys {
    const keys = new Map<string, Buffer>();
    for (const part of written.split(',')) {
      const [, id, key] = entry.exec(part.trim()) ?? [];
      if (id === undefined || key === undefined || keys.has(id))
        throw new Error('TEMPORAL_PAYLOAD_KEYS must be name:key with a comma between two, no name twice.');
      keys.set(id, Buffer.from(key, 'base64'));
    }
    const [newest] = keys;
    if (!newest) throw new Error('TEMPORAL_PAYLOAD_KEYS names no key.');
    return new PayloadKeys(keys, newest);
  }

  seal(content: Uint8Array): SealedBytes {
    const [keyId, key] = this.newest;
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(cipherName, key, nonce).setAAD(bound(keyId));
    const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    return { keyId, sealed };
  }

  /** @throws PayloadKeyMissing · PayloadChanged */
  open({ keyId, sealed }: SealedBytes): Buffer {
    const key = this.keys.get(keyId);
    if (!key) throw new PayloadKeyMissing(keyId);
    try {
      const end = sealed.length - tagLength;
      const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceLength))
        .setAAD(bound(keyId))
        .setAuthTag(sealed.subarray(end));
      return Buffer.concat([decipher.update(sealed.subarray(nonceLength, end)), decipher.final()]);
    } catch {
      throw new PayloadChanged(keyId);
    }
  }
}
