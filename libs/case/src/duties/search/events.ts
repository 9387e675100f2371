import type { WordsId } from '../../names.js';

/** What happens when we look for what is held about a person. */
export interface SearchEvents {
  SearchRecorded: { readonly words: WordsId; readonly leftOut?: WordsId };
}

export const searchEvents: Readonly<Record<keyof SearchEvents, true>> = { SearchRecorded: true };
