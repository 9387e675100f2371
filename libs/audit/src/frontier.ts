import { emptyRoot, nodeHash } from './hashing.js';
import { joined, placesOf, type Place } from './ranges.js';

export interface Node extends Place {
  readonly hash: Buffer;
}

/** The right edge of a tree: all that is needed to let it grow, and to know its root, in memory that grows with its height alone. */
export class Frontier {
  private constructor(
    private leaves: number,
    private readonly hashes: Buffer[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** Which nodes {@link Frontier.from} wants of a tree of this size, in this order. */
  static placesOf(size: number): readonly Place[] {
    return placesOf({ from: 0, to: size });
  }

  static from(size: number, hashes: readonly Buffer[]): Frontier {
    if (hashes.length !== Frontier.placesOf(size).length)
      throw new Error(`A tree of ${size} entries has another right edge than ${hashes.length} hashes.`);
    return new Frontier(size, [...hashes]);
  }

  get size(): number {
    return this.leaves;
  }

  get root(): Buffer {
    return joined(this.hashes) ?? emptyRoot;
  }

  /** Adds one leaf. @returns the nodes above it that it completes, from the lowest on */
  append(leaf: Buffer): readonly Node[] {
    const completed: Node[] = [];
    let hash = leaf;
    let index = this.leaves;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.hashes.pop();
      if (!left) throw new Error('The right edge of the tree is torn.');
      hash = nodeHash(left, hash);
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    this.hashes.push(hash);
    this.leaves += 1;
    return completed;
  }
}
