import type { CivilDate } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** R61 — a question that helps to find the right record. It holds up nothing: the marketing has stopped already. */
export interface AskWhichRecord extends Commanded {
  readonly verb: 'ask-which-record';
  readonly words: WordsId;
}
/** R61 — the objection reached those who send for us or had the data from us, and what was queued is pulled. */
export interface PassOnObjection extends Commanded {
  readonly verb: 'pass-on-objection';
  readonly on: CivilDate;
  /** Who was told, and what was pulled; or that there was nobody. */
  readonly words: WordsId;
}

/**
 * R61 — a way to reach somebody of whom none was known is on the list now. Given by the API itself once the entry is written, so that no
 * letter says that marketing has stopped before it has.
 */
export interface ListObjector extends Commanded {
  readonly verb: 'list-objector';
}

export type MarketingCommand = AskWhichRecord | PassOnObjection | ListObjector;

export const marketingVerbs: Readonly<Record<MarketingCommand['verb'], VerbTraits>> = {
  'ask-which-record': ofCaseAlone,
  'pass-on-objection': ofCaseAlone,
  'list-objector': ofCaseAlone,
};
