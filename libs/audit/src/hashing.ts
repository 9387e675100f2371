import { hash } from 'node:crypto';

/** Bytes of SHA-256. */
export const hashLength = 32;

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The tree over nothing (RFC 9162, 2.1.1). */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0));

/** The prefix keeps a leaf from passing for a node, and a node for a leaf (RFC 9162, 2.1.1). */
export function leafHash(entry: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(entry.length + 1);
  bytes[0] = 0;
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** Written anew for each node, and never given out. */
const node = Buffer.alloc(1 + 2 * hashLength, 1);

/** @throws RangeError for what is no hash, of which bytes of the node before would make one */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== hashLength || right.length !== hashLength)
    throw new RangeError(`A node is made of two hashes of ${hashLength} bytes.`);
  node.set(left, 1);
  node.set(right, 1 + hashLength);
  return sha256(node);
}
