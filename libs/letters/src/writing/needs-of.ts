import type { LetterKind } from '@duly/case';
import { isWrittenIn, publishedLanguages, type Languages } from '@duly/notices';
import type { Person } from '@duly/vault';

/** What the letters to a person must be like. */
export interface LetterNeeds {
  /** A person must translate, record or print it: it is kept as it is, and is not sent by itself. */
  readonly byHand: boolean;
  readonly isLarge: boolean;
  readonly plainText: boolean;
  /** The language the person reads (BCP 47), whether we write it or not. */
  readonly language: string;
}

const asItIs = ['standard', 'large-print', 'plain-text'];

/**
 * UK GDPR Art 12(1), Equality Act 2010 s.20: a letter that the person cannot read is not given.
 * @param usual the language of whoever has asked for no other
 */
export function needsOf(
  { language, format = 'standard', contactBy, adjustments }: Person,
  kind: LetterKind,
  usual = 'en',
  languages: Languages = publishedLanguages,
): LetterNeeds {
  const reads = language ?? usual;
  const isWritten = isWrittenIn(reads, kind, languages);
  return {
    // What was asked for in words, only a person can do.
    byHand: !isWritten || contactBy === 'post' || adjustments !== undefined || !asItIs.includes(format),
    isLarge: format === 'large-print',
    plainText: format === 'plain-text',
    language: reads,
  };
}
