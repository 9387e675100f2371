import { choices } from './choices.js';

/** A word of the code as a person reads it: its own entry, or `cannot-identify` → “Cannot identify”, `TimeExtended` → “Time extended”. */
export function inPlainWords(word: string): string {
  const known = Object.hasOwn(choices, word) ? choices[word] : undefined;
  if (known !== undefined) return known;
  const spaced = word
    .replace(/([a-z])([A-Z])/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[-_]/gu, ' ');
  return asSentence(spaced);
}

/** The same words with a capital letter at their beginning. */
export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
