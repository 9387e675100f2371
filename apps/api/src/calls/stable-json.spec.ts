import { stableJson } from './stable-json.js';

describe('a body written in another order', () => {
  it('is the same body', () => {
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(stableJson({ a: null, b: [{ c: 2, d: 1 }] }));
    expect(stableJson([1, 2])).not.toBe(stableJson([2, 1]));
  });
});
