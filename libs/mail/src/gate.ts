/** Lets so many through at once; the others wait their turn. */
export class Gate {
  private readonly waiting: (() => void)[] = [];

  constructor(private places: number) {}

  async through<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.places > 0) this.places -= 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.places += 1;
    }
  }
}
