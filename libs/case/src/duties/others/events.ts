import type { WordsId } from '../../names.js';
import type { OthersDecision } from './commands.js';

/** What becomes of other people's rights in what is given. */
export interface OthersEvents {
  OtherPersonReviewed: {
    readonly words: WordsId;
    readonly decision: OthersDecision;
    readonly reasons: WordsId;
  };
  NoOtherPersonFound: { readonly words: WordsId };
}

export const othersEvents: Readonly<Record<keyof OthersEvents, true>> = {
  OtherPersonReviewed: true,
  NoOtherPersonFound: true,
};
