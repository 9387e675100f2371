const most = 2 ** 9;

/**
 * Whether a state shows something new: so many of its aspects together as were not seen together before. Cases differ in some twenty
 * things, and all their combinations are beyond any search; what breaks a case is two or three of them together.
 */
export class Novelty {
  private readonly shown = new Set<number>();
  private readonly numbers = new Map<string, number>();
  private readonly known = new Set<string>();

  constructor(private readonly together: 1 | 2 | 3) {}

  /** How many different states were seen. */
  get states(): number {
    return this.known.size;
  }

  /** Undefined: seen before. Else whether it is to be gone on from. */
  see(aspects: readonly string[]): boolean | undefined {
    const state = aspects.map(value => this.numberOf(value));
    const key = String.fromCharCode(...state);
    if (this.known.has(key)) return undefined;
    this.known.add(key);
    const before = this.shown.size;
    this.show(state, 0, this.together, 0);
    return this.shown.size > before;
  }

  private numberOf(value: string): number {
    const known = this.numbers.get(value) ?? this.numbers.size;
    this.numbers.set(value, known);
    return known;
  }

  /** Enters every combination of `left` more aspects from the one at `from` on. */
  private show(state: readonly number[], from: number, left: number, soFar: number): void {
    for (let index = from; index <= state.length - left; index += 1) {
      const value = (soFar * 128 + index) * most + (state[index] ?? 0);
      if (left === 1) this.shown.add(value);
      else this.show(state, index + 1, left - 1, value);
    }
  }
}
