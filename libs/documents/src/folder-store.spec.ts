import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { NotStored, StoreFull, type StoreKey } from './document-store.js';
import { FolderStore } from './folder-store.js';

let root: string;
let store: FolderStore;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'duly-store-'));
  store = new FolderStore(root);
});
afterAll(() => rm(root, { recursive: true }));

const aKey = (): StoreKey => [randomUUID(), randomUUID(), randomUUID()];
const failing = (error: Error) =>
  Readable.from(
    (function* () {
      yield Buffer.from('the first half');
      throw error;
    })(),
  );
const namesOf = async ([requestId, caseId]: StoreKey): Promise<readonly string[]> =>
  readdir(join(root, requestId, caseId));

describe('a folder of documents', () => {
  it('gives back what was put there, and the later one where two were put', async () => {
    const key = aKey();
    await store.put(key, Readable.from([Buffer.from('a'), Buffer.from('b')]));
    expect((await buffer(store.get(key))).toString()).toBe('ab');
    await store.put(key, Readable.from([Buffer.from('c')]));
    expect((await buffer(store.get(key))).toString()).toBe('c');
  });

  it('keeps an empty document', async () => {
    const key = aKey();
    await store.put(key, Readable.from([]));
    expect((await buffer(store.get(key))).length).toBe(0);
  });

  it('keeps nothing of a document that broke off, and leaves the earlier one', async () => {
    const key = aKey();
    await store.put(key, Readable.from([Buffer.from('whole')]));
    await expect(store.put(key, failing(new Error('the caller went away')))).rejects.toThrow('went away');
    expect((await buffer(store.get(key))).toString()).toBe('whole');
    expect(await namesOf(key)).toEqual([key[2]]);
  });

  it('says that it is full, and keeps nothing', async () => {
    const key = aKey();
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    await expect(store.put(key, failing(full))).rejects.toThrow(StoreFull);
    expect(await namesOf(key)).toEqual([]);
  });

  it('says what is not there, and removes as often as it is asked', async () => {
    const key = aKey();
    await expect(buffer(store.get(key))).rejects.toThrow(NotStored);
    await store.put(key, Readable.from([Buffer.from('a')]));
    await store.remove(key);
    await store.remove(key);
    await expect(buffer(store.get(key))).rejects.toThrow(NotStored);
  });

  it('counts and removes every document of a request, and of no other', async () => {
    const [one, other] = [aKey(), aKey()];
    const [requestId] = one;
    for (const key of [one, other, [requestId, randomUUID(), randomUUID()] as const])
      await store.put(key, Readable.from([Buffer.from('a')]));
    expect(await store.countOf(requestId)).toBe(2);
    await store.removeOf(requestId);
    await store.removeOf(requestId);
    expect([await store.countOf(requestId), await store.countOf(other[0])]).toEqual([0, 1]);
    await expect(store.removeOf('..')).rejects.toThrow('UUID');
  });

  it('lets nobody else on the machine read', async () => {
    const key = aKey();
    await store.put(key, Readable.from([Buffer.from('a')]));
    const { mode } = await stat(join(root, ...key));
    expect(mode & 0o077).toBe(0);
  });

  it.each(['../../etc/passwd', '', '.', 'a/b', `${randomUUID()}\0`])(
    'takes no part of a path from outside: %j',
    async part => {
      await expect(store.put([randomUUID(), part, randomUUID()], Readable.from([]))).rejects.toThrow(/UUIDs/);
      await expect(buffer(store.get([randomUUID(), randomUUID(), part]))).rejects.toThrow(/UUIDs/);
    },
  );
});
