import { emptyRoot, hashLength, nodeHash } from './hashing.js';

const half = (index: number): number => Math.floor(index / 2);

const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === hashLength);

const areSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** What is proved to be in a tree. */
export interface Included {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
}

/** Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function isIncluded({ index, size, leaf, root }: Included, proof: readonly Uint8Array[]): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (!areHashes([leaf, root, ...proof])) return false;
  let [place, last] = [index, size - 1];
  let found = leaf;
  for (const hash of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      found = nodeHash(hash, found);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else found = nodeHash(found, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && areSame(found, root);
}

export interface Grown {
  readonly first: number;
  readonly firstRoot: Uint8Array;
  readonly second: number;
  readonly secondRoot: Uint8Array;
}

const isPowerOfTwo = (many: number): boolean => {
  let rest = many;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
};

/** Follows both roots through the proof (RFC 9162, 2.1.4.2, from step 3 on). */
function followed({ first, firstRoot, second, secondRoot }: Grown, path: readonly Uint8Array[]): boolean {
  let [place, last] = [first - 1, second - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const [start, ...rest] = path;
  if (!start) return false;
  let [older, newer] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else newer = nodeHash(newer, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && areSame(older, firstRoot) && areSame(newer, secondRoot);
}

/** Whether the tree of the second root begins with all of the first one’s entries (RFC 9162, 2.1.4.2). */
export function isConsistent(grown: Grown, proof: readonly Uint8Array[]): boolean {
  const { first, firstRoot, second, secondRoot } = grown;
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second)
    return false;
  if (!areHashes([firstRoot, secondRoot, ...proof])) return false;
  if (first === second) return proof.length === 0 && areSame(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && areSame(firstRoot, emptyRoot);
  if (proof.length === 0) return false;
  return followed(grown, isPowerOfTwo(first) ? [firstRoot, ...proof] : proof);
}
