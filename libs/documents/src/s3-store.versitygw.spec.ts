import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { NotStored, type StoreKey } from './document-store.js';
import { startS3Server, versitygw } from './s3-server.given.js';
import { S3Store } from './s3-store.js';

if (versitygw === undefined)
  process.stderr.write('S3 is not tried against a server: npm run deep fetches one, where there is Go.\n');

(versitygw === undefined ? describe.skip : describe)('a bucket of a real S3-compatible server', () => {
  let store: S3Store;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startS3Server(versitygw ?? '');
    stop = server.stop;
    store = new S3Store(server.settings);
  }, 90_000);
  afterAll(async () => {
    store.close();
    await stop();
  });

  const aKey = (requestId = randomUUID()): StoreKey => [requestId, randomUUID(), randomUUID()];

  it.each([
    ['nothing', 0],
    ['a little', 5_000],
    ['just one part', 8 * 2 ** 20],
    ['several parts and a rest', 20 * 2 ** 20 + 17],
  ])('gives back %s as it was put, and the later one where two were put', async (_what, length) => {
    const key = aKey();
    await store.put(key, Readable.from([Buffer.from('earlier')]));
    const bytes = randomBytes(length);
    await store.put(key, Readable.from([bytes.subarray(0, length >> 1), bytes.subarray(length >> 1)]));
    expect((await buffer(store.get(key))).equals(bytes)).toBe(true);
  });

  it('keeps nothing of what broke off in its second part, and leaves the earlier one', async () => {
    const key = aKey();
    await store.put(key, Readable.from([Buffer.from('whole')]));
    const broken = async function* () {
      yield await Promise.resolve(randomBytes(9 * 2 ** 20));
      throw new Error('the caller went away');
    };
    await expect(store.put(key, broken())).rejects.toThrow('went away');
    expect((await buffer(store.get(key))).toString()).toBe('whole');
  });

  it('says what is not there, removes as often as it is asked, and every document of a request and of no other', async () => {
    const requestId = randomUUID();
    const [one, two, other] = [aKey(requestId), aKey(requestId), aKey()];
    await expect(buffer(store.get(one))).rejects.toThrow(NotStored);
    for (const key of [one, two, other]) await store.put(key, Readable.from([Buffer.from('a')]));
    expect(await store.countOf(requestId)).toBe(2);
    await store.removeOf(requestId);
    await store.removeOf(requestId);
    expect([await store.countOf(requestId), await store.countOf(other[0])]).toEqual([0, 1]);
    await store.remove(other);
    await store.remove(other);
    await expect(buffer(store.get(other))).rejects.toThrow(NotStored);
  });
});
