import { DatabaseError } from './database-error.js';
import { Together } from './together.js';

/** Whoever asks is held at the gate until it is opened; what went together is kept. */
function gated(work: (items: readonly string[]) => readonly string[]) {
  const went: (readonly string[])[] = [];
  const gates: (() => void)[] = [];
  const together = new Together<string, string>(
    item => item.slice(0, 1),
    async items => {
      went.push(items);
      await new Promise<void>(open => gates.push(open));
      return work(items);
    },
  );
  const open = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise(setImmediate);
  };
  return { together, went, open };
}

describe('what is asked while a statement is under way', () => {
  it('waits for it, and then goes together; each has its own answer', async () => {
    const { together, went, open } = gated(items => items.map(item => `${item}!`));
    const answers = ['a', 'b', 'c'].map(item => together.ask(item));
    expect(went).toEqual([['a']]);
    await open();
    expect(went).toEqual([['a'], ['b', 'c']]);
    await open();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!']);
  });

  it('goes after its like: no two of one key together', async () => {
    const { together, went, open } = gated(items => items);
    const answers = ['a', 'b1', 'b2', 'c'].map(item => together.ask(item));
    for (const _ of [1, 2, 3]) await open();
    expect(went).toEqual([['a'], ['b1', 'c'], ['b2']]);
    expect(await Promise.all(answers)).toEqual(['a', 'b1', 'b2', 'c']);
  });

  it('goes in groups of 64 at most', async () => {
    let places = 0;
    const sizes: number[] = [];
    const together = new Together<number, number>(
      item => `${item}`,
      items => Promise.resolve((sizes.push(items.length), items)),
    );
    await Promise.all(Array.from({ length: 101 }, () => together.ask((places += 1))));
    expect(sizes).toEqual([1, 64, 36]);
  });
});

describe('when a statement fails', () => {
  const refused = new DatabaseError('violates a check', '23514', undefined);
  const away = new DatabaseError('connection terminated', '57P01', undefined);

  it('because of one, its neighbours go alone, and only that one is told', async () => {
    const { together, went, open } = gated(items => {
      if (items.includes('x')) throw refused;
      return items;
    });
    const answers = Promise.allSettled(['a', 'x', 'c'].map(item => together.ask(item)));
    for (const _ of [1, 2, 3, 4]) await open();
    expect(went).toEqual([['a'], ['x', 'c'], ['x'], ['c']]);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('because PostgreSQL went away, nobody knows whether it was kept: it is not said twice', async () => {
    const { together, went, open } = gated(items => {
      if (items.includes('b')) throw away;
      return items;
    });
    const answers = Promise.allSettled(['a', 'b', 'c'].map(item => together.ask(item)));
    for (const _ of [1, 2]) await open();
    expect(went).toEqual([['a'], ['b', 'c']]);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const later = together.ask('d');
    await open();
    expect(await later).toBe('d');
  });
});
