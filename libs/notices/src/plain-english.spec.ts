import { insideExamples } from './inside-letters.given.js';
import { examples } from './letters.given.js';
import { grade } from './plain-english.given.js';
import {
  insideLetterKinds,
  letterKinds,
  renderInside,
  renderLetter,
  type InsideLetterData,
  type LetterData,
} from './index.js';

const inside = insideLetterKinds.flatMap(kind =>
  Object.entries<InsideLetterData[typeof kind]>(insideExamples[kind]).map(([variant, data]) => ({
    kind,
    variant,
    text: renderInside(kind, data).text,
  })),
);

const ordered = letterKinds.flatMap(kind =>
  Object.entries<LetterData[typeof kind]>(examples[kind]).map(([variant, data]) => ({
    kind,
    variant,
    text: renderLetter(kind, data).text,
  })),
);

const each = [...ordered, ...inside];

describe('plain English', () => {
  it.each(each)('$kind, $variant: Flesch–Kincaid grade 9 or lower', ({ text }) => {
    expect(grade(text)).toBeLessThanOrEqual(9);
  });

  it('measures: a hard sentence has a high grade', () => {
    const hard =
      '\nDear A,\n\nNotwithstanding the aforementioned considerations, the organisation respectfully acknowledges receipt of communications concerning administrative determinations.\n';
    expect(grade(hard)).toBeGreaterThan(15);
    expect(grade('\nDear A,\n\nWe got your note. We will write soon.\n')).toBeLessThan(3);
  });

  it.each(each)(
    '$kind, $variant: lines of at most 72 characters, but for what cannot be broken',
    ({ text }) => {
      const long = text.split('\n').filter(row => Array.from(row).length > 72 && row.trim().includes(' '));
      expect(long.filter(row => !row.startsWith('Please give our reference'))).toEqual([]);
    },
  );
});
