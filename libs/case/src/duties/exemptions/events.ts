import type { ExemptionName } from '@duly/law';
import type { WordsId } from '../../names.js';

/** What becomes of an exemption. It counts once a second person agrees: the approver where one is asked for, else the reviewer. */
export interface ExemptionEvents {
  ExemptionApplied: {
    readonly exemption: ExemptionName;
    readonly words: WordsId;
    readonly reasons: WordsId;
    readonly prejudice?: WordsId;
    readonly isTold: boolean;
  };
  ExemptionReviewed: { readonly applied: number; readonly agrees: boolean; readonly reasons: WordsId };
}

export const exemptionEvents: Readonly<Record<keyof ExemptionEvents, true>> = {
  ExemptionApplied: true,
  ExemptionReviewed: true,
};
