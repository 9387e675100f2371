import { joined, placesOf, splitOf, type Place, type Range } from './ranges.js';

/** The ranges whose hashes prove that entry `index` is in a tree of `size` (RFC 9162, 2.1.3.1), from the lowest on. */
export function inclusionPath(index: number, size: number): readonly Range[] {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size))
    throw new RangeError(`A tree of ${size} entries has no entry ${index}.`);
  const path: Range[] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/** The ranges whose hashes prove that a tree of `size` begins with the one of `first` (RFC 9162, 2.1.4.1). */
export function consistencyPath(first: number, size: number): readonly Range[] {
  if (!(Number.isSafeInteger(first) && Number.isSafeInteger(size) && first >= 0 && first <= size))
    throw new RangeError(`A tree of ${size} entries does not go on from one of ${first}.`);
  if (first === 0 || first === size) return [];
  const path: Range[] = [];
  let isWhole = true;
  let [from, to] = [0, size];
  while (first !== to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
      isWhole = false;
    }
  }
  // The older tree itself need not be told: whoever checks has its root.
  if (!isWhole) path.push({ from, to });
  return path.reverse();
}

/** Every node that these ranges are made of. */
export const placesIn = (path: readonly Range[]): readonly Place[] => path.flatMap(placesOf);

/** The hashes of a path. @param at the hash of a node that is whole */
export function hashesOf(path: readonly Range[], at: (place: Place) => Buffer): readonly Buffer[] {
  return path.map(range => {
    const hash = joined(placesOf(range).map(at));
    if (!hash) throw new RangeError('An empty range has no place in a proof.');
    return hash;
  });
}
