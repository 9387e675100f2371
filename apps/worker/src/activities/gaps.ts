/** Seconds before the second try; each further gap is twice as long, up to an hour. */
const first = 10;
const longest = 3_600;
/** A gap is so much shorter or longer by chance, so that letters deferred together do not all come back together. */
const spread = 0.25;

/**
 * How long to wait before a letter that was deferred is tried again.
 * @param attempt the try that has just ended, from 1
 * @param chance 0 up to 1
 * @returns seconds, 7.5 to 4,500
 */
export function gapAfter(attempt: number, chance: number = Math.random()): number {
  const gap = Math.min(longest, first * 2 ** Math.min(attempt - 1, 20));
  return gap * (1 - spread + 2 * spread * chance);
}
