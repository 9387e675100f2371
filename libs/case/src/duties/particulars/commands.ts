import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** UK GDPR Art 15(1)(a)–(d), (g), (h) and 15(2), as the controller must tell them; what the whole organisation shares may come from its settings. */
export interface Particulars {
  /** (a) */
  readonly purposes?: WordsId;
  /** (b) */
  readonly dataCategories?: WordsId;
  /** (c) recipients, or categories of them */
  readonly disclosedTo?: WordsId;
  /** (d) for how long, or how that is decided */
  readonly keptFor?: WordsId;
  /** (g) the source; not needed where the person gave it all */
  readonly obtainedFrom?: WordsId;
  /** (h) logic, significance and consequences; not needed where there are none */
  readonly automatedDecisions?: WordsId;
  /** Art 15(2): the safeguards; not needed where nothing is sent abroad */
  readonly transfersAbroad?: WordsId;
}
export type ParticularName = keyof Particulars;
export const particularNames = [
  'purposes',
  'dataCategories',
  'disclosedTo',
  'keptFor',
  'obtainedFrom',
  'automatedDecisions',
  'transfersAbroad',
] as const satisfies readonly ParticularName[];

/** UK GDPR Art 15(1): whether data is processed, and what must be said about it. */
export interface RecordParticulars extends Commanded, Particulars {
  readonly verb: 'record-particulars';
  readonly isProcessed: boolean;
}

export type ParticularsCommand = RecordParticulars;

export const particularsVerbs: Readonly<Record<ParticularsCommand['verb'], VerbTraits>> = {
  'record-particulars': ofCaseAlone,
};
