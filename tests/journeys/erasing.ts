import { Database } from '@duly/postgres';
import { keysRole, Vault } from '@duly/vault';
import type { Journey } from './journey.js';

/** What an erasure of the whole request does: its keys are destroyed, in the database of keys. No master key is needed for that. */
export async function destroyKeysOf(requestId: string, { environment }: Journey): Promise<void> {
  const url = environment['KEYS_DATABASE_URL'] ?? '';
  const keys = await Database.open({ url, role: keysRole, poolSize: 1, application: 'duly spec' });
  try {
    const masterKeys = `spec:${Buffer.alloc(32).toString('base64')}`;
    await new Vault({ data: keys, keys, masterKeys }).destroyKeys(requestId);
  } finally {
    await keys.close();
  }
}
