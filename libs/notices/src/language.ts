import type { CivilDate } from '@duly/law';
import type { LetterData, LetterKind } from './data/letter-data.js';
import type { Template } from './template.js';

/** How a language writes what a letter is given: pure, since a letter is the same bytes wherever it is written. */
export interface Formats {
  /** `Thursday 2 April 2026`. */
  readonly fullDate: (date: CivilDate) => string;
  /** `first, second and third`. */
  readonly list: (items: readonly string[]) => string;
  /** The form that goes with a whole number (CLDR plural rules). */
  readonly plural: (count: number, forms: Readonly<Record<'one' | 'other', string>>) => string;
}

/** What stands around every letter. */
export interface Frame {
  readonly reference: (reference: string) => string;
  /** The salutation, before and after the name. */
  readonly greeting: readonly [before: string, after: string];
  readonly closing: string;
  readonly email: (address: string) => string;
  readonly phone: (number: string) => string;
  readonly giveReference: (reference: string) => string;
}

export type Templates = { readonly [Kind in LetterKind]: Template<LetterData[Kind]> };

/** Everything that letters need in one language. A kind without a template is written in English, for a person to translate. */
export interface Language {
  /** BCP 47, the language alone: `en`, `cy`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly formats: Formats;
  readonly frame: Frame;
  readonly templates: Partial<Templates>;
}

export type Languages = Readonly<Record<string, Language>>;

/** `en-GB` is written in `en`; undefined where we have no letters in it. */
export function languageOf(tag: string, languages: Languages): Language | undefined {
  return languages[tag.toLowerCase().split('-')[0] ?? ''];
}
