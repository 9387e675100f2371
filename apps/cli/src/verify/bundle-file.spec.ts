import fc from 'fast-check';
import { CannotTell } from '../replay/verdict.js';
import { readBundle } from './bundle-file.js';

/** What anybody may put into a file. Nothing of it is a bundle, and each is said not to be one, in words. */
const garbage = fc.oneof(
  fc.string({ maxLength: 2_000 }),
  fc.uint8Array({ maxLength: 2_000 }).map(bytes => Buffer.from(bytes).toString('latin1')),
  fc.json({ maxDepth: 8 }),
  fc
    .jsonValue()
    .map(value => JSON.stringify({ form: 'duly-bundle-1', contents: value, entries: [], head: '' })),
  fc
    .jsonValue()
    .map(value => JSON.stringify({ form: 'duly-bundle-1', contents: {}, entries: [value], head: '' })),
  fc.integer({ min: 201, max: 100_000 }).map(deep => '['.repeat(deep)),
  fc.integer({ min: 201, max: 20_000 }).map(deep => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
);

it('garbage of any kind is told to be no bundle, in words and without falling over', () => {
  fc.assert(
    fc.property(garbage, text => {
      expect(() => readBundle(text, 'the file')).toThrow(CannotTell);
      expect(() => readBundle(text, 'the file')).toThrow(/^the file .+A bundle is what/s);
    }),
    { numRuns: 500 },
  );
});
