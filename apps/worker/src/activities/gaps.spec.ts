import { gapAfter } from './gaps.js';

describe('the gaps between the tries of a letter that the mail server defers', () => {
  it('double from ten seconds to an hour', () => {
    const gaps = [1, 2, 3, 9, 10, 1_000].map(attempt => gapAfter(attempt, 0.5));
    expect(gaps).toEqual([10, 20, 40, 2_560, 3_600, 3_600]);
  });

  it('differ by up to a quarter, so that a thousand deferred at once do not all come back at once', () => {
    expect([gapAfter(3, 0), gapAfter(3, 0.999)].map(Math.round)).toEqual([30, 50]);
  });
});
