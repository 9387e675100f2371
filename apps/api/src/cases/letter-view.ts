import type { LettersView } from '@duly/api-contract';
import type { LetterItem, LetterReported, LetterTry } from '@duly/register';

type LetterView = LettersView['letters'][number];

/** The words of mail servers by the sealed bytes they were kept as; null where their keys are destroyed. */
export type OpenedWords = ReadonlyMap<Buffer, string | null>;

/** A letter without its content, which names people. */
export function letterView(
  { letterId: id, messageHash: hash, ...letter }: LetterItem,
  tries: readonly LetterTry[],
  reports: readonly LetterReported[],
  opened: OpenedWords,
): LetterView {
  const wordsOf = (sealed: Buffer | null): string | null => (sealed && opened.get(sealed)) ?? null;
  return {
    id,
    hash,
    ...letter,
    sends: tries
      .filter(({ letterId }) => letterId === id)
      .map(({ letterId: _of, sealedWords, ...one }) => ({ ...one, words: wordsOf(sealedWords) })),
    reports: reports
      .filter(({ letterId }) => letterId === id)
      .map(({ letterId: _of, reportId: _by, sealedWords, ...one }) => ({
        ...one,
        words: wordsOf(sealedWords),
      })),
  };
}
