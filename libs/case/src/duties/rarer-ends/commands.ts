import {
  ofCaseAlone,
  type Commanded,
  type CommandedForRequest,
  type Happened,
  type VerbTraits,
} from '../../commanded.js';
import type { CaseRight, WordsId } from '../../names.js';

/** UK GDPR Art 11(2): we cannot tell which data are this person's, and show why. */
export interface CannotIdentify extends CommandedForRequest {
  readonly verb: 'cannot-identify';
  /** Told to the person where that is possible; kept where it is not. */
  readonly reasons: WordsId;
  /** What the person could send that would help. */
  readonly words?: WordsId;
  /** `false`: there is no way to reach them, so that the case closes untold. */
  readonly canBeTold: boolean;
}
/** R35: data protection law is that of the living. `on`: the day of death. */
export interface RecordDeath extends CommandedForRequest, Happened {
  readonly verb: 'record-death';
  /** How we know. */
  readonly words?: WordsId;
}
/** The letter was read as another right than it uses. The case of the right one keeps the letter's date (R34). */
export interface Reclassify extends Commanded {
  readonly verb: 'reclassify';
  readonly as: CaseRight;
  readonly reasons: WordsId;
}

export type RarerEndCommand = CannotIdentify | RecordDeath | Reclassify;

export const rarerEndVerbs: Readonly<Record<RarerEndCommand['verb'], VerbTraits>> = {
  'cannot-identify': { request: true },
  'record-death': { request: true },
  reclassify: ofCaseAlone,
};
