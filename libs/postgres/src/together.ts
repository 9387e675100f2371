import { isDatabaseAway } from './database-error.js';

interface Asked<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The most that go in one statement. */
const most = 64;

/**
 * Group commit: while one statement is under way, whoever asks next waits, and then all of them go in one statement with one commit.
 * Each is answered only after the commit that holds its own. No two of one key go together.
 */
export class Together<Item, Answer> {
  private waiting: readonly Asked<Item, Answer>[] = [];
  private isUnderWay = false;

  /** @param work answers in the order of the items; on an error it has written nothing */
  constructor(
    private readonly keyOf: (item: Item) => string,
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  ) {}

  ask(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = [...this.waiting, { item, resolve, reject }];
      if (!this.isUnderWay) void this.go();
    });
  }

  private async go(): Promise<void> {
    this.isUnderWay = true;
    while (this.waiting.length > 0) await this.answer(this.next());
    this.isUnderWay = false;
  }

  private next(): readonly Asked<Item, Answer>[] {
    const firsts = new Map<string, Asked<Item, Answer>>();
    for (const asked of this.waiting) {
      const key = this.keyOf(asked.item);
      if (firsts.size < most && !firsts.has(key)) firsts.set(key, asked);
    }
    const taken = new Set(firsts.values());
    this.waiting = this.waiting.filter(asked => !taken.has(asked));
    return [...taken];
  }

  private async answer(group: readonly Asked<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ item }) => item));
      if (answers.length !== group.length)
        throw new Error(`${group.length} asked together, and ${answers.length} were answered.`);
      for (const [place, { resolve }] of group.entries()) resolve(answers[place] as Answer);
    } catch (error) {
      // What PostgreSQL refuses of one must not fail its neighbours: then each goes alone.
      if (group.length > 1 && !isDatabaseAway(error)) for (const one of group) await this.answer([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
