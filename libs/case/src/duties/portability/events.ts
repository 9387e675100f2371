import type { DataOrigin, LawfulBasis, RefusalGroundOf } from '@duly/law';
import type { WordsId } from '../../names.js';

/** What happens to the items of data that a person wants to take along. */
export interface PortabilityEvents {
  ItemTested: {
    readonly item?: number;
    readonly words: WordsId;
    readonly basis: LawfulBasis;
    readonly isAutomated: boolean;
    readonly origin: DataOrigin;
    readonly reasons?: WordsId;
    readonly otherParties: number;
    /** The conditions it does not meet; none: it is portable. */
    readonly missing: readonly RefusalGroundOf<'portability'>[];
    /** Left out of the export, but given where the person asks for access too. */
    readonly isDueUnderAccess: boolean;
  };
  AgreementRecorded: {
    readonly item: number;
    /** Which of the others; absent of what was recorded before they were told apart. */
    readonly party?: number;
    readonly agrees: boolean;
    readonly words: WordsId;
  };
  TransferDecided: { readonly isFeasible: boolean; readonly reasons: WordsId };
}

export const portabilityEvents: Readonly<Record<keyof PortabilityEvents, true>> = {
  ItemTested: true,
  AgreementRecorded: true,
  TransferDecided: true,
};
