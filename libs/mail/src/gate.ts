/** Who goes first where letters wait: what the law wants given to a person stands before what only reminds us. */
export type Turn = 'first' | 'later';

/** Lets so many through at once; the others wait for their turn. */
export class Gate {
  private readonly waiting: Readonly<Record<Turn, (() => void)[]>> = { first: [], later: [] };
  private taken = 0;
  private takenLater = 0;

  constructor(private readonly places: number) {}

  /** Those who go later never take the last place, where there is more than one: whoever goes first finds it free. */
  async through<Answer>(work: () => Promise<Answer>, turn: Turn = 'first'): Promise<Answer> {
    if (this.hasRoom(turn)) this.enter(turn);
    else await new Promise<void>(resolve => this.waiting[turn].push(resolve));
    try {
      return await work();
    } finally {
      this.taken -= 1;
      if (turn === 'later') this.takenLater -= 1;
      this.letIn();
    }
  }

  private hasRoom(turn: Turn): boolean {
    if (this.taken >= this.places) return false;
    return turn === 'first' || this.takenLater < Math.max(1, this.places - 1);
  }

  private enter(turn: Turn): void {
    this.taken += 1;
    if (turn === 'later') this.takenLater += 1;
  }

  private letIn(): void {
    for (const turn of ['first', 'later'] as const) {
      while (this.hasRoom(turn)) {
        const next = this.waiting[turn].shift();
        if (!next) break;
        this.enter(turn);
        next();
      }
    }
  }
}
