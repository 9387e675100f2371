import type { Person } from '@duly/vault';

/** What the letters to a person must be like. */
export interface LetterNeeds {
  /** A person must translate, record or print it: it is kept in English, and is not sent by itself. */
  readonly byHand: boolean;
  readonly isLarge: boolean;
  readonly plainText: boolean;
}

const asItIs = ['standard', 'large-print', 'plain-text'];

/** UK GDPR Art 12(1), Equality Act 2010 s.20: a letter that the person cannot read is not given. */
export function needsOf({
  language = 'en',
  format = 'standard',
  contactBy,
  adjustments,
}: Person): LetterNeeds {
  const isEnglish = language === 'en' || language.startsWith('en-');
  return {
    // What was asked for in words, only a person can do.
    byHand: !isEnglish || contactBy === 'post' || adjustments !== undefined || !asItIs.includes(format),
    isLarge: format === 'large-print',
    plainText: format === 'plain-text',
  };
}
