import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { hashOfEntry, hexHashOfEntry, leafOf, type LoggedEntry } from './entry.js';

const words = fc.string();
const wordsOrNull = fc.option(words);
const countOrNull = fc.option(fc.nat());

const entries: fc.Arbitrary<LoggedEntry> = fc.record({
  number: fc.nat(),
  recordedAt: words,
  action: words,
  by: words,
  requestId: wordsOrNull,
  caseId: wordsOrNull,
  run: countOrNull,
  eventNumber: countOrNull,
  cite: wordsOrNull,
  commitment: wordsOrNull,
  correlationId: wordsOrNull,
  detail: fc.dictionary(words, fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null))),
});

it('the bytes of an entry are the canonical JSON (RFC 8785) of its columns and its form, whatever stands in them', () => {
  fc.assert(
    fc.property(entries, entry => {
      expect(leafOf(entry).toString()).toBe(canonicalJson({ form: 'duly-audit-entry-1', ...entry }));
      expect(hexHashOfEntry(entry)).toBe(hashOfEntry(entry).toString('hex'));
    }),
  );
});
