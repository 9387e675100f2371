import { insideExamples } from './inside-letters.given.js';
import { examples } from './letters.given.js';
import {
  insideLetterKinds,
  letterKinds,
  renderInside,
  renderLetter,
  type InsideLetterData,
  type LetterData,
} from './index.js';

/** Syllables as the Flesch–Kincaid formula counts them: groups of vowels, without a silent end. */
function syllables(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/gu, '');
  if (bare.length <= 3) return bare === '' ? 0 : 1;
  const spoken = bare.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/u, ending => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/gu)?.length ?? 1);
}

/** The words of the letter itself: without letterhead, signature, addresses, dates' figures and the marks of lists. */
function prose(text: string): string {
  return text
    .replace(/^[\s\S]*?\nDear [^\n]*,\n/u, '')
    .replace(/\nYours sincerely[\s\S]*$/u, '')
    .replace(/\n([^\n]+)\n-+\n/gu, '\n$1.\n')
    .replace(/^\* (.*)$/gmu, '$1')
    .replace(/\n\n+/gu, '. ')
    .replace(/https?:\S+|\S+@\S+/gu, 'here')
    .replace(/or write to (?:Example|Wycliffe)[^.]*\./gu, 'or write to this place.')
    .replace(/Information\s+Commissioner’s\s+Office\s+\(ICO\)/gu, 'ICO');
}

function grade(text: string): number {
  const sentences = prose(text)
    .split(/[.:?!]+(?:\s|$)/u)
    .filter(sentence => /[a-z]/iu.test(sentence));
  const words = sentences.flatMap(sentence => sentence.split(/\s+/u).filter(word => /[a-z0-9]/iu.test(word)));
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
}

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
