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
  /** (g) the source; `none` where the person gave it all */
  readonly obtainedFrom?: WordsId;
  /** (h) logic, significance and consequences; `none` where there are no such decisions */
  readonly automatedDecisions?: WordsId;
  /** Art 15(2): the safeguards; `none` where nothing is sent abroad */
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

/** What need not arise: the person gave all of it, no machine alone decides, nothing goes abroad. */
export const particularsThatMayBeNone = [
  'obtainedFrom',
  'automatedDecisions',
  'transfersAbroad',
] as const satisfies readonly ParticularName[];
export type ParticularThatMayBeNone = (typeof particularsThatMayBeNone)[number];

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
