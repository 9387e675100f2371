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
    .replace(/\n\n+/gu, '. ');
}

/** Addresses and the names of places are nobody's style. */
function withoutNames(words: string): string {
  return words
    .replace(/https?:\S+|\S+@\S+/gu, 'here')
    .replace(/or write to (?:Example|Wycliffe)[^.]*\./gu, 'or write to this place.')
    .replace(/Information\s+Commissioner’s\s+Office\s+\(ICO\)/gu, 'ICO');
}

/** Of a letter in plain text. */
export const grade = (text: string): number => gradeOf(prose(text));

/** The Flesch–Kincaid grade of sentences. */
export function gradeOf(words: string): number {
  const sentences = withoutNames(words)
    .split(/[.:?!]+(?:\s|$)/u)
    .filter(sentence => /[a-z]/iu.test(sentence));
  const spoken = sentences.flatMap(sentence =>
    sentence.split(/\s+/u).filter(word => /[a-z0-9]/iu.test(word)),
  );
  const sounds = spoken.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (spoken.length / sentences.length) + 11.8 * (sounds / spoken.length) - 15.59;
}
