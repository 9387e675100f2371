import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openStream, sealStream } from './sealed-stream.js';
import { DoesNotOpen, newKey, type Place } from './sealing.js';

const key = newKey();
const place: Place = ['document', 'request-1', 'case-1', 'document-1'];
const chunk = 64 * 1_024;
const head = 33;
const sealedChunk = chunk + 16;

const inPieces = (bytes: Buffer, length: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, piece) =>
      bytes.subarray(piece * length, (piece + 1) * length),
    ),
  );
const sealed = (content: Buffer, length = 10_000): Promise<Buffer> =>
  buffer(sealStream(key, place, inPieces(content, length)));
const opened = (bytes: Buffer, at = place, by = key, length = 7_001): Promise<Buffer> =>
  buffer(openStream(by, at, inPieces(bytes, length)));

describe('a sealed stream', () => {
  it.each([0, 1, 15, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5])(
    'gives back %d bytes as they were, however they are cut on the way',
    async length => {
      const content = randomBytes(length);
      for (const cut of [1_000, 65_536, 1_000_000]) {
        expect((await opened(await sealed(content, cut), place, key, cut)).equals(content)).toBe(true);
      }
    },
  );

  it('hides what it holds, and is never sealed alike twice', async () => {
    const content = Buffer.alloc(100_000, 'Ada Example ');
    const [one, other] = [await sealed(content), await sealed(content)];
    expect(one.includes('Ada Example')).toBe(false);
    expect(one.subarray(head).equals(other.subarray(head))).toBe(false);
  });

  it('opens with no other key and at no other case, request or document', async () => {
    const bytes = await sealed(Buffer.from('kept'));
    await expect(opened(bytes, place, newKey())).rejects.toThrow(DoesNotOpen);
    for (const other of [
      ['document', 'request-1', 'case-2', 'document-1'],
      ['document', 'request-2', 'case-1', 'document-1'],
      ['document', 'request-1', 'case-1', 'document-2'],
      ['letter', 'request-1', 'case-1', 'document-1'],
    ] satisfies Place[]) {
      await expect(opened(bytes, other)).rejects.toThrow(DoesNotOpen);
    }
  });

  const content = randomBytes(3 * chunk + 100);
  const chunkAt = (bytes: Buffer, number: number) =>
    bytes.subarray(head + number * sealedChunk, head + (number + 1) * sealedChunk);
  const joined = (bytes: Buffer, ...order: readonly number[]) =>
    Buffer.concat([bytes.subarray(0, head), ...order.map(number => chunkAt(bytes, number))]);

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['one bit is changed', bytes => Buffer.from(bytes.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte)))],
    ['its salt is changed', bytes => Buffer.from(bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)))],
    ['its format is another', bytes => Buffer.from(bytes.map((byte, at) => (at === 0 ? 1 : byte)))],
    ['it is cut in the middle of a chunk', bytes => bytes.subarray(0, head + sealedChunk + 50)],
    ['it is cut between two chunks', bytes => bytes.subarray(0, head + 2 * sealedChunk)],
    ['its last chunk is missing', bytes => joined(bytes, 0, 1, 2)],
    ['only its head is left', bytes => bytes.subarray(0, head)],
    ['not even its head is left', bytes => bytes.subarray(0, 20)],
    ['two chunks change places', bytes => joined(bytes, 1, 0, 2, 3)],
    ['a chunk comes twice', bytes => joined(bytes, 0, 0, 1, 2, 3)],
    ['something follows its end', bytes => Buffer.concat([bytes, Buffer.alloc(40)])],
  ])('does not open where %s', async (_, change) => {
    await expect(opened(change(await sealed(content)))).rejects.toThrow(DoesNotOpen);
  });

  it('fails as its source fails', async () => {
    const broken = new Readable({ read: () => undefined }).destroy(new Error('the disk is gone'));
    await expect(buffer(sealStream(key, place, broken))).rejects.toThrow('the disk is gone');
    const brokenToo = new Readable({ read: () => undefined }).destroy(new Error('the disk is gone'));
    await expect(buffer(openStream(key, place, brokenToo))).rejects.toThrow('the disk is gone');
  });
});
