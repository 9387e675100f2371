import { DoesNotOpen, seal, unseal, type Place } from './sealing.js';

/** A key that was locked by a master key, and which. */
export interface WrappedKey {
  readonly masterKeyId: string;
  readonly wrapped: Buffer;
}

const entry = /^([A-Za-z0-9_.-]{1,40}):([A-Za-z0-9+/_-]{43}=?)$/;

const wrongKeys = (what: string): Error =>
  new Error(
    `The master keys are ${what}. Write id:key, where key is 32 random bytes in base64, with a comma between two; the first locks, all open. ` +
      'Make one with: openssl rand -base64 32',
  );

/** The master keys of the settings. The first locks; the others still open what they once locked, until it is locked anew. */
export class Keyring {
  private constructor(
    private readonly keys: ReadonlyMap<string, Buffer>,
    private readonly current: string,
  ) {}

  /** @throws Error in words, without the keys. */
  static read(written: string): Keyring {
    const keys = new Map<string, Buffer>();
    for (const part of written.split(',').map(one => one.trim())) {
      const [, id, key] = entry.exec(part) ?? [];
      if (!id || !key) throw wrongKeys('not well written');
      if (keys.has(id)) throw wrongKeys('two of the same name');
      keys.set(id, Buffer.from(key, 'base64'));
    }
    const [first] = keys.keys();
    if (!first) throw wrongKeys('missing');
    return new Keyring(keys, first);
  }

  wrap(place: Place, key: Uint8Array): WrappedKey {
    const master = this.keys.get(this.current);
    if (!master) throw new DoesNotOpen(place[0]);
    return { masterKeyId: this.current, wrapped: seal(master, place, key) };
  }

  /** @throws DoesNotOpen */
  unwrap(place: Place, key: WrappedKey): Buffer {
    const master = this.keys.get(key.masterKeyId);
    if (!master) throw new DoesNotOpen(place[0]);
    return unseal(master, place, key.wrapped);
  }
}
