import type { Currency, FeeBasis, WordsId } from '../../names.js';

/** R23 — what becomes of a fee before it is asked for. */
export interface FeesEvents {
  FeeEstimated: {
    readonly basis: FeeBasis;
    readonly amountPence: number;
    readonly currency: Currency;
    readonly words: WordsId;
  };
}

export const feesEvents: Readonly<Record<keyof FeesEvents, true>> = { FeeEstimated: true };
