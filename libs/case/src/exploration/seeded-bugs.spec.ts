import { explore } from './explore.given.js';
import { clauses } from './invariants.given.js';
import { seeds } from './seeds.given.js';
import { startsOf } from './starts.given.js';

describe('a bug that is seeded on purpose', () => {
  it.each(seeds)('$bug is found: $breaks', ({ right, start, judges, breaks }) => {
    const starts = startsOf(right, start ?? 'the person asks');
    const { broken } = explore(judges, starts, { together: 2, most: 60, until: breaks });
    expect([...broken.keys()]).toContain(breaks);
  });

  it('is there for every clause that is held', () => {
    expect(clauses.filter(clause => !seeds.some(({ breaks }) => breaks === clause))).toEqual([]);
  });
});
