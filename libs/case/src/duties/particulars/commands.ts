import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';
import type { ParticularName, ParticularThatMayBeNone } from './particular-names.js';

/** In words of the controller; what the whole organisation shares may come from its settings. */
export type Particulars = Readonly<Partial<Record<ParticularName, WordsId>>>;

/** UK GDPR Art 15(1): whether data is processed, and what must be said about it. */
export interface RecordParticulars extends Commanded, Particulars {
  readonly verb: 'record-particulars';
  readonly isProcessed: boolean;
  /** Of which somebody has looked and there is none: silence says nothing. */
  readonly none?: readonly ParticularThatMayBeNone[];
}

export type ParticularsCommand = RecordParticulars;

export const particularsVerbs: Readonly<Record<ParticularsCommand['verb'], VerbTraits>> = {
  'record-particulars': ofCaseAlone,
};
