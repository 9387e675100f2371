import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { bound, DoesNotOpen, type Place } from './sealing.js';

/**
 * Layout: format 2 | salt of 32 bytes | chunks. Each chunk is 64 KiB of content, the last one 0 to 64 KiB, sealed by AES-256-GCM with
 * its tag of 16 bytes behind it. The nonce is the chunk's number (11 bytes) and whether it is the last (1 byte), as in the STREAM
 * construction (Hoang, Reyhanitabar, Rogaway and Vizár, 2015): no chunk can be left out, moved, doubled or cut off unseen. The
 * key is the stream's own: HKDF of the given key, the salt and the place.
 */
const format = 2;
const saltLength = 32;
const tagLength = 16;
const chunkLength = 64 * 1_024;
const sealedLength = chunkLength + tagLength;

const keyOf = (key: Uint8Array, salt: Uint8Array, place: Place): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', key, salt, Buffer.concat([Buffer.from('duly stream '), bound(place)]), 32),
  );

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Bytes in pieces of one length; the last one, which may be shorter or empty, is told apart. */
async function* inPieces(
  content: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<{ readonly piece: Buffer; readonly isLast: boolean }> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of content) {
    if (bytes.length === 0) continue;
    // Files come in pieces of just this length: these need no copy.
    if (size === length) {
      yield { piece: held.length === 1 && held[0] ? asBuffer(held[0]) : Buffer.concat(held), isLast: false };
      [held, size] = [[], 0];
    }
    held.push(bytes);
    size += bytes.length;
    // One piece is kept back always: it may be the last.
    if (size <= length) continue;
    const whole = Buffer.concat(held);
    let from = 0;
    for (; whole.length - from > length; from += length)
      yield { piece: whole.subarray(from, from + length), isLast: false };
    held = [whole.subarray(from)];
    size = whole.length - from;
  }
  yield { piece: Buffer.concat(held), isLast: true };
}

/** Seals content of any length as it passes, in flat memory. It opens only with the same key at the same place. */
export async function* sealStream(
  key: Uint8Array,
  place: Place,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltLength);
  const own = keyOf(key, salt, place);
  yield Buffer.concat([Buffer.of(format), salt]);
  let chunk = 0;
  for await (const { piece, isLast } of inPieces(content, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(chunk, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    chunk += 1;
  }
}

function opened(own: Uint8Array, sealed: Buffer, chunk: number, isLast: boolean): Buffer {
  if (sealed.length < tagLength) throw new Error('shorter than its tag');
  const end = sealed.length - tagLength;
  const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(chunk, isLast));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
}

/** The first bytes, and all that follow them. */
async function headOf(sealed: AsyncIterable<Uint8Array>, length: number) {
  const rest = sealed[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < length) {
    const next = await rest.next();
    if (next.done === true) return undefined;
    head = Buffer.concat([head, next.value]);
  }
  const after = head.subarray(length);
  return {
    head: head.subarray(0, length),
    async *body() {
      yield after;
      yield* { [Symbol.asyncIterator]: () => rest };
    },
  };
}

/**
 * Opens what `sealStream` sealed. Every piece it gives is proved; that nothing was cut off is proved with the last one, so nothing
 * may be done with what came before an error.
 * @throws DoesNotOpen for another key or place, and for content that was changed, moved, cut or lengthened
 */
export async function* openStream(
  key: Uint8Array,
  place: Place,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const begun = await headOf(sealed, 1 + saltLength);
  if (begun?.head[0] !== format) throw new DoesNotOpen(place[0]);
  const own = keyOf(key, begun.head.subarray(1), place);
  let chunk = 0;
  for await (const { piece, isLast } of inPieces(begun.body(), sealedLength)) {
    try {
      const content = opened(own, piece, chunk, isLast);
      if (content.length > 0) yield content;
    } catch {
      throw new DoesNotOpen(place[0]);
    }
    chunk += 1;
  }
}
