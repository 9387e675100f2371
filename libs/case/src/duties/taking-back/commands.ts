import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** UK GDPR Art 5(1)(d): what was recorded by mistake counts no longer, and a step that waits for approval waits no longer. It stays to be read, with the reasons beside it. */
export interface TakeBack extends Commanded {
  readonly verb: 'take-back';
  /** The number of its event. */
  readonly record: number;
  readonly reasons: WordsId;
}

export type TakingBackCommand = TakeBack;

export const takingBackVerbs: Readonly<Record<TakingBackCommand['verb'], VerbTraits>> = {
  'take-back': ofCaseAlone,
};
