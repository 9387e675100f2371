import type { CivilDate, DataOrigin, LawfulBasis } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** One item of data, tested against the three conditions of UK GDPR Art 20(1). */
export interface TestItem extends Commanded {
  readonly verb: 'test-item';
  /** The number of an earlier `ItemTested` of the same item, which this one takes the place of. */
  readonly item?: number;
  /** What the item is. */
  readonly words: WordsId;
  readonly basis: LawfulBasis;
  readonly isAutomated: boolean;
  readonly origin: DataOrigin;
  /** To send it would adversely affect others (Art 20(4)); `reasons` says how. */
  readonly harmsOthers: boolean;
  readonly reasons?: WordsId;
  /** How many others the data belongs to as well; each of them must agree. 0 where it is the person's alone. */
  readonly otherParties: number;
}
/** What one of the others to whom the data belongs says. */
export interface RecordAgreement extends Commanded {
  readonly verb: 'record-agreement';
  /** The number of the event `ItemTested`. */
  readonly item: number;
  /** Which of the others it is, 1 up to how many they are; needed where there are several. */
  readonly party?: number;
  readonly on: CivilDate;
  readonly agrees: boolean;
  /** Who it is, and how they said it. */
  readonly words: WordsId;
}
/** UK GDPR Art 20(2): whether it is technically feasible to send the data straight to the other controller, in this request. */
export interface DecideTransfer extends Commanded {
  readonly verb: 'decide-transfer';
  readonly isFeasible: boolean;
  readonly reasons: WordsId;
}

export type PortabilityCommand = TestItem | RecordAgreement | DecideTransfer;

export const portabilityVerbs: Readonly<Record<PortabilityCommand['verb'], VerbTraits>> = {
  'test-item': ofCaseAlone,
  'record-agreement': ofCaseAlone,
  'decide-transfer': ofCaseAlone,
};
