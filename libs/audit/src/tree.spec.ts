import fc from 'fast-check';
import {
  consistencyPath,
  emptyRoot,
  Frontier,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
} from './index.js';
import { KeptNodes, naivePath, naiveProof, naiveRoot } from './tree.given.js';

/** The entries, roots and proofs by which certificate-transparency-go and its kin are tried. */
const known = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hashes: readonly Buffer[]): readonly string[] => hashes.map(hash => hash.toString('hex'));

function grown(entries: readonly Uint8Array[]) {
  const [frontier, kept, roots] = [Frontier.empty(), new KeptNodes(), [Frontier.empty().root]];
  for (const entry of entries) {
    kept.grow(frontier, leafHash(entry));
    roots.push(frontier.root);
  }
  return { frontier, kept, roots };
}

describe('the known tree', () => {
  const entries = known.map(text => Buffer.from(text, 'hex'));
  const { kept, roots } = grown(entries);

  it('has the known roots at each size', () => {
    expect(hex(roots)).toEqual(knownRoots);
    expect(emptyRoot.toString('hex')).toBe(knownRoots[0]);
  });

  it('gives the known proofs', () => {
    expect(hex(kept.hashesOf(inclusionPath(0, 8)))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(kept.hashesOf(consistencyPath(1, 8)))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(kept.hashesOf(consistencyPath(6, 8)))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(kept.hashesOf(consistencyPath(2, 5)))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

describe('every tree of up to 33 entries', () => {
  const entries = Array.from({ length: 33 }, (_none, place) => Buffer.from(`entry ${place}`));
  const { kept, roots } = grown(entries);
  const sizes = roots.map((_root, size) => size);

  it('has the root that RFC 9162 defines, and grows on from its right edge alone', () => {
    for (const size of sizes) {
      expect(roots[size]).toEqual(naiveRoot(entries.slice(0, size)));
      const edge = Frontier.placesOf(size).map(({ level, index }) =>
        naiveRoot(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      );
      expect(Frontier.from(size, edge).root).toEqual(roots[size]);
    }
  });

  it('proves each entry, by the proof that RFC 9162 defines', () => {
    for (const size of sizes.slice(1)) {
      for (let index = 0; index < size; index += 1) {
        const proof = kept.hashesOf(inclusionPath(index, size));
        expect(proof).toEqual(naivePath(index, entries.slice(0, size)));
        const leaf = leafHash(entries[index]!);
        expect(isIncluded({ index, size, leaf, root: roots[size]! }, proof)).toBe(true);
      }
    }
  });

  it('proves each earlier tree, by the proof that RFC 9162 defines', () => {
    for (const second of sizes) {
      for (let first = 0; first <= second; first += 1) {
        const proof = kept.hashesOf(consistencyPath(first, second));
        if (first > 0) expect(proof).toEqual(naiveProof(first, entries.slice(0, second)));
        const roots2 = { firstRoot: roots[first]!, secondRoot: roots[second]! };
        expect(isConsistent({ first, second, ...roots2 }, proof)).toBe(true);
      }
    }
  });
});

describe('a proof', () => {
  const many = fc.integer({ min: 2, max: 65 });
  const entriesOf = (size: number) => Array.from({ length: size }, (_n, place) => Buffer.from(`${place}`));
  const spoilt = (hashes: readonly Buffer[], at: number): Buffer[] =>
    hashes.map((hash, place) => (place === at ? leafHash(hash) : hash));

  it('of another entry, place, size or root, or with another hash, one more or one less, is none', () => {
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), (size, one, other) => {
        const { kept, frontier } = grown(entriesOf(size));
        const [index, wrong] = [one % size, other % size];
        const proof = kept.hashesOf(inclusionPath(index, size));
        const given = { index, size, leaf: leafHash(Buffer.from(`${index}`)), root: frontier.root };
        expect(isIncluded(given, proof)).toBe(true);
        if (wrong !== index) {
          expect(isIncluded({ ...given, leaf: leafHash(Buffer.from(`${wrong}`)) }, proof)).toBe(false);
          expect(isIncluded({ ...given, index: wrong }, proof)).toBe(false);
        }
        expect(isIncluded({ ...given, root: leafHash(frontier.root) }, proof)).toBe(false);
        expect(isIncluded(given, spoilt(proof, other % proof.length))).toBe(false);
        expect(isIncluded(given, proof.slice(1))).toBe(false);
        expect(isIncluded(given, [...proof, frontier.root])).toBe(false);
        expect(isIncluded({ ...given, index: size + wrong }, proof)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('of a tree that was cut, forked or rewritten is none', () => {
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), (size, one, other) => {
        const entries = entriesOf(size);
        const { kept, roots } = grown(entries);
        const first = 1 + (one % (size - 1));
        const proof = kept.hashesOf(consistencyPath(first, size));
        const given = { first, second: size, firstRoot: roots[first]!, secondRoot: roots[size]! };
        expect(isConsistent(given, proof)).toBe(true);
        const rewritten = entries.map((entry, place) => (place === other % first ? Buffer.from('x') : entry));
        expect(isConsistent({ ...given, secondRoot: naiveRoot(rewritten) }, proof)).toBe(false);
        expect(isConsistent({ ...given, firstRoot: naiveRoot(rewritten.slice(0, first)) }, proof)).toBe(
          false,
        );
        expect(isConsistent({ ...given, first: size, second: first }, proof)).toBe(false);
        expect(isConsistent(given, spoilt(proof, other % proof.length))).toBe(false);
        expect(isConsistent(given, proof.slice(1))).toBe(false);
        expect(isConsistent(given, [...proof, roots[size]!])).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is not asked for of what cannot be', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3)).toThrow(RangeError);
  });
});
