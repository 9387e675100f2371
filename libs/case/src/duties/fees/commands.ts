import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { FeeBasis, WordsId } from '../../names.js';

/** R23 — what the administrative cost will be, before it is asked for. A later estimate takes the place of an earlier one. */
export interface EstimateFee extends Commanded {
  readonly verb: 'estimate-fee';
  readonly basis: FeeBasis;
  /** In the currency's minor units: pence. */
  readonly amountPence: number;
  /** How it was calculated, as the notice will tell it. */
  readonly words: WordsId;
}

export type FeesCommand = EstimateFee;

export const feesVerbs: Readonly<Record<FeesCommand['verb'], VerbTraits>> = { 'estimate-fee': ofCaseAlone };
