import type { CaseOrigin } from '@duly/case';
import { paragraph, type Block } from '../document/block.js';

const why: Readonly<Record<CaseOrigin, string>> = {
  overlooked: 'We missed this when we first read what you sent. We are sorry.',
  reclassified: 'When we first read what you sent, we took it for something else.',
};

/** The day of receipt is the letter's, however late a right in it was seen (R34). */
export function seenLate(origin: CaseOrigin | undefined): readonly Block[] {
  if (origin === undefined) return [];
  return [paragraph(`${why[origin]} The time we have still counts from the day we got it.`)];
}
