import type { LettersView } from '@duly/api-contract';
import type { LetterItem } from '@duly/register';

type LetterView = LettersView['letters'][number];

/** A letter without its content, which names people. */
export function letterView({ letterId: id, messageHash: hash, ...letter }: LetterItem): LetterView {
  return { id, hash, ...letter };
}
