import type { WordsId } from '../../names.js';
import type { ObjectedBasis } from './commands.js';

/** What happens while an objection is weighed; whoever weighs is the event's `by`. */
export interface WeighingEvents {
  ObjectionWeighed: {
    readonly basis: ObjectedBasis;
    readonly compellingGrounds: boolean;
    readonly legalClaims: boolean;
    readonly publicInterestTask?: boolean;
    /** `not-objectable`: it rests on another basis than those to which one can object. */
    readonly outcome: 'upheld' | 'overridden' | 'not-objectable';
    readonly words: WordsId;
    readonly reasons: WordsId;
  };
  ProcessingStopped: { readonly words: WordsId };
}

export const weighingEvents: Readonly<Record<keyof WeighingEvents, true>> = {
  ObjectionWeighed: true,
  ProcessingStopped: true,
};
