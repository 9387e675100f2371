import { randomUUID } from 'node:crypto';
import { opensTo } from '@duly/audit';
import { Database } from '@duly/postgres';
import { testDatabase } from '@duly/testing';
import { isErased, keysRole, KeysTables, letterCommittedAs, Vault } from './index.js';

let keys: Database;
let vault: Vault;
let stop: () => Promise<void>;
beforeAll(async () => {
  const place = await testDatabase();
  const owner = await Database.open({
    ...{ url: place.url, poolSize: 2, application: 'spec' },
    migrations: [KeysTables],
  });
  await owner.migrate();
  await owner.close();
  keys = await Database.open({ url: place.url, poolSize: 2, application: 'spec', role: keysRole });
  vault = new Vault({ data: keys, keys, masterKeys: `first:${Buffer.alloc(32, 1).toString('base64')}` });
  stop = async () => {
    await keys.close();
    await place.stop();
  };
});
afterAll(() => stop());

describe('the commitment to a letter’s bytes', () => {
  it('opens for this letter alone, under the request’s key, and no more once that is destroyed', async () => {
    const requestId = randomUUID();
    await vault.createKeys(requestId, []);
    const hash = 'ab'.repeat(32);
    const letter = { letterId: 'letter-1', writtenFrom: { name: 'Zebedee' }, hash };
    const proved = await vault.commitments.ofLetter(requestId, letter);
    const names = ['letter-1', 'letter-2'].map(letterCommittedAs);
    const openings = await vault.commitments.openings({ requestId }, names);
    if (isErased(proved) || isErased(openings)) throw new Error('committed for a request that lives');
    expect(opensTo(hash, openings[0] ?? '', proved.commitment)).toBe(true);
    expect(opensTo('cd'.repeat(32), openings[0] ?? '', proved.commitment)).toBe(false);
    expect(opensTo(hash, openings[1] ?? '', proved.commitment)).toBe(false);
    // The keys of requests and cases go; what was asked of the organisation itself stays provable.
    await keys.query('UPDATE keys.request_key SET wrapped = NULL, destroyed_at = now()');
    expect(isErased(await vault.commitments.ofLetter(requestId, letter))).toBe(true);
    expect(isErased(await vault.commitments.openings({ requestId }, names))).toBe(true);
    expect(isErased(await vault.commitments.openings({ purpose: 'command' }, ['command 1']))).toBe(false);
  });
});
