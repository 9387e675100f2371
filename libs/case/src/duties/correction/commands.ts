import type { CivilDate } from '@duly/law';
import { ofCaseAlone, type Commanded, type Destroying, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** What a check of the data found (UK GDPR Art 16; inaccurate: incorrect or misleading as to any matter of fact, DPA 2018 s.205(1)). */
export const findings = ['inaccurate', 'incomplete', 'accurate', 'opinion'] as const;
export type Finding = (typeof findings)[number];

/** How it was put right; a statement may be added to whatever was found (R37). */
export const waysOfCorrecting = ['corrected', 'completed', 'marked-as-opinion', 'statement-added'] as const;
export type WayOfCorrecting = (typeof waysOfCorrecting)[number];

export interface RecordFinding extends Commanded {
  readonly verb: 'record-finding';
  readonly finding: Finding;
  /** Which data it is about. */
  readonly words: WordsId;
  readonly reasons: WordsId;
}
/** Data that is corrected over what it said is {@link Destroying}: see {@link overwrites}. */
export interface RecordCorrection extends Commanded, Partial<Pick<Destroying, 'heldBy' | 'mayBeHeldBy'>> {
  readonly verb: 'record-correction';
  /** The number of the event `FindingRecorded`. */
  readonly finding: number;
  readonly how: WayOfCorrecting;
  /** What it says now; of a statement, its text. */
  readonly words: WordsId;
  readonly on: CivilDate;
  /** What it said before is kept where a copy of the data can still show it, so that nothing is withheld (DPA 2018 s.173). */
  readonly isEarlierKept?: boolean;
}

/** What is completed, marked or stated beside the data leaves it as it was; what is corrected is gone, unless it is kept (R49a). */
export function overwrites({ how, isEarlierKept }: Pick<RecordCorrection, 'how' | 'isEarlierKept'>): boolean {
  return how === 'corrected' && isEarlierKept !== true;
}

export type CorrectionCommand = RecordFinding | RecordCorrection;

export const correctionVerbs: Readonly<Record<CorrectionCommand['verb'], VerbTraits>> = {
  'record-finding': ofCaseAlone,
  'record-correction': ofCaseAlone,
};
