import type { Currency, FeeBasis, WordsId } from '../../names.js';

/** R23 — what becomes of a fee before it is asked for, and where it should not have been. */
export interface FeesEvents {
  FeeEstimated: {
    readonly basis: FeeBasis;
    readonly amountPence: number;
    readonly currency: Currency;
    readonly words: WordsId;
  };
  FeeRefunded: {
    readonly ask: number;
    readonly because: 'ask-set-aside' | 'other';
    readonly reasons: WordsId;
    /** It was set aside before it was paid. */
    readonly isUnpaid?: true;
  };
}

export const feesEvents: Readonly<Record<keyof FeesEvents, true>> = {
  FeeEstimated: true,
  FeeRefunded: true,
};
