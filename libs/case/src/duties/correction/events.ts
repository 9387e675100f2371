import type { WordsId } from '../../names.js';
import type { Finding, WayOfCorrecting } from './commands.js';

/** What happens while data is checked and put right. */
export interface CorrectionEvents {
  FindingRecorded: { readonly finding: Finding; readonly words: WordsId; readonly reasons: WordsId };
  CorrectionMade: {
    readonly finding: number;
    readonly how: WayOfCorrecting;
    readonly words: WordsId;
    readonly isEarlierKept?: boolean;
  };
}

export const correctionEvents: Readonly<Record<keyof CorrectionEvents, true>> = {
  FindingRecorded: true,
  CorrectionMade: true,
};
