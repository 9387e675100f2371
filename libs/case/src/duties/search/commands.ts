import type { CivilDate } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** UK GDPR Art 15(1A): where was looked, for what, and why that was reasonable and proportionate. */
export interface RecordSearch extends Commanded {
  readonly verb: 'record-search';
  /** The day on which it was finished. */
  readonly on: CivilDate;
  /** The systems and papers, and the terms. */
  readonly words: WordsId;
  /** What was left out as not reasonable and proportionate, and why; without it nothing was. */
  readonly leftOut?: WordsId;
}

export type SearchCommand = RecordSearch;

export const searchVerbs: Readonly<Record<SearchCommand['verb'], VerbTraits>> = {
  'record-search': ofCaseAlone,
};
