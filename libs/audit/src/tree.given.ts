import { hash } from 'node:crypto';
import { hashesOf, type Frontier, type Node, type Range } from './index.js';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

const below = (many: number): number => 2 ** (Math.ceil(Math.log2(many)) - 1);

/** The tree as RFC 9162 defines it, in its own words: slow, and another way than ours. */
export function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const [first] = entries;
  if (!first) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), first);
  const k = below(entries.length);
  return sha256(Buffer.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

/** PATH(m, D[n]) of RFC 9162, 2.1.3.1. */
export function naivePath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = below(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)];
}

/** SUBPROOF(m, D[n], b) of RFC 9162, 2.1.4.1. */
export function naiveProof(m: number, entries: readonly Uint8Array[], isWhole = true): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [naiveRoot(entries)];
  const k = below(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m <= k
    ? [...naiveProof(m, left, isWhole), naiveRoot(right)]
    : [...naiveProof(m - k, right, false), naiveRoot(left)];
}

/** Keeps what a growing tree completes, as the database does. */
export class KeptNodes {
  private readonly nodes = new Map<string, Buffer>();

  grow(frontier: Frontier, leaf: Buffer): void {
    this.keep({ level: 0, index: frontier.size, hash: leaf });
    for (const node of frontier.append(leaf)) this.keep(node);
  }

  hashesOf(path: readonly Range[]): readonly Buffer[] {
    return hashesOf(path, ({ level, index }) => {
      const found = this.nodes.get(`${level}/${index}`);
      if (!found) throw new Error(`Node ${level}/${index} is not kept.`);
      return found;
    });
  }

  private keep({ level, index, hash: bytes }: Node): void {
    this.nodes.set(`${level}/${index}`, bytes);
  }
}
