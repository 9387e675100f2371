import type { CivilDate } from '@duly/law';
import type { WordsId } from '../../names.js';

/** What becomes of a letter that may be no request. */
export interface EnquiryEvents {
  EnquiryPromoted: { readonly occasion?: string; readonly words?: WordsId };
  DismissalDecided: { readonly occasion?: string; readonly reasons: WordsId };
  EnquiryDismissed: { readonly decided: number };
  /** Nobody has decided by this day; the month runs on all the while. */
  EnquiryOverdue: { readonly forDate: CivilDate };
}

export const enquiryEvents: Readonly<Record<keyof EnquiryEvents, true>> = {
  EnquiryPromoted: true,
  DismissalDecided: true,
  EnquiryDismissed: true,
  EnquiryOverdue: true,
};
