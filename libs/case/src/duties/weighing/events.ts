import type { WordsId } from '../../names.js';
import type { ObjectedBasis } from './commands.js';

/** What happens while an objection is weighed; whoever weighs is the event's `by`. */
export interface WeighingEvents {
  ObjectionWeighed: {
    readonly basis: ObjectedBasis;
    readonly compellingGrounds: boolean;
    readonly legalClaims: boolean;
    readonly publicInterestTask?: boolean;
    readonly outcome: 'upheld' | 'overridden';
    readonly words: WordsId;
    readonly reasons: WordsId;
  };
  ProcessingStopped: { readonly words: WordsId };
}

export const weighingEvents: Readonly<Record<keyof WeighingEvents, true>> = {
  ObjectionWeighed: true,
  ProcessingStopped: true,
};
