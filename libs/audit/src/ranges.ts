import { nodeHash } from './hashing.js';

/** A node over a whole power of two of leaves: those from `index · 2^level` on. Level 0 are the leaves. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `from` up to `to`, which is no more of it. It begins where a node as wide as its widest does. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below this many leaves, which are at least two (RFC 9162, 2.1.1). */
export function splitOf(many: number): number {
  let power = 1;
  while (power * 2 < many) power *= 2;
  return power;
}

/** The nodes that a range is made of, from the widest to the narrowest. */
export function placesOf({ from, to }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let start = from; start < to;) {
    let level = 0;
    let width = 1;
    while (start % (width * 2) === 0 && start + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    places.push({ level, index: start / width });
    start += width;
  }
  return places;
}

/** One hash of several that stand side by side, the widest first (RFC 9162, 2.1.1). */
export function joined(hashes: readonly Buffer[]): Buffer | undefined {
  return hashes.reduceRight<Buffer | undefined>(
    (right, left) => (right ? nodeHash(left, right) : left),
    undefined,
  );
}
