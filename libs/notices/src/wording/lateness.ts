import { heading, paragraph, words, type Block } from '../document/block.js';
import type { LetterItem } from '../letter-item.js';
import { needed } from './request.js';

interface MayBeLate {
  readonly lateBecause?: string;
}

/** The apology and its reason, in a letter given after the last day. */
export function whyLate({ lateBecause }: MayBeLate): readonly Block[] {
  if (lateBecause === undefined) return [];
  return [
    heading('Why this is late'),
    paragraph('You should have had this letter sooner. We are sorry. This is why it took so long:'),
    words(needed('lateBecause', lateBecause), ['late-reasons']),
  ];
}

export function lateItems({ lateBecause }: MayBeLate): readonly LetterItem[] {
  return lateBecause === undefined ? [] : ['late-reasons'];
}
