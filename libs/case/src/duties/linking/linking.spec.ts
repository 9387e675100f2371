import { received } from '../../case.given.js';
import { linksOf } from './judge.js';

const other = 'DR-2036-000009-1';
const start = () => received({ on: '2036-03-31' }).on('2036-04-02');
const link = { verb: 'link-case', other, because: 'same-person' } as const;
const unlink = { verb: 'unlink-case', other, reasons: 'w' } as const;

describe('cases that a handler links (R47, R49)', () => {
  it('hold the other’s reference and what it is, until it is undone', () => {
    const linked = start().when(link).then('CaseLinked');
    expect([...linksOf(linked.file)]).toEqual([[other, 'same-person']]);
    expect([...linksOf(linked.when(unlink).then('CaseUnlinked').file)]).toEqual([]);
  });

  it('may be found to be something else later', () => {
    const repeat = start()
      .when(link)
      .when({ ...link, because: 'repeat' });
    expect(linksOf(repeat.then('CaseLinked').file).get(other)).toBe('repeat');
  });

  it('are never linked to themselves, nor twice for the same reason', () => {
    start()
      .when({ ...link, other: 'DR-2036-000001-1' })
      .refused('linked-to-itself');
    start().when(link).when(link).refused('already-linked');
  });

  it('are unlinked only where the link was made', () => {
    start().when(unlink).refused('not-linked');
    start().when(link).when(unlink).when(unlink).refused('not-linked');
  });

  it('move no date, and send no letter', () => {
    const [before, after] = [start(), start().when(link)];
    expect(after.summary.dueDate).toBe(before.summary.dueDate);
    expect(after.letters).toHaveLength(before.letters.length);
  });
});
