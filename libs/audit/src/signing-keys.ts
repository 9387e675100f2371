import { signingKey, type SigningKey } from './signed-note.js';

/**
 * The keys of the settings: `name:32 bytes in base64`, a comma between two. All of them sign, so that an exchange of keys has an
 * overlap; the names only tell them apart in the settings.
 * @param log the name under which they sign, which is the log's own
 * @throws RangeError in words, without the keys
 */
export function signingKeysFrom(log: string, written: string): readonly SigningKey[] {
  return written.split(',').map(one => {
    const [, encoded = ''] = one.trim().split(':');
    return signingKey(log, Buffer.from(encoded, 'base64'));
  });
}
