import type { RestrictionGround } from '@duly/law';
import {
  destroyingOfCase,
  ofCaseAfterClosing,
  type Commanded,
  type Destroying,
  type VerbTraits,
} from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** UK GDPR Art 18(1), and Art 4(3): the data is marked, stored, and used for nothing but what Art 18(2) names. */
export interface Restrict extends Destroying {
  readonly verb: 'restrict';
  readonly ground: RestrictionGround;
  /** Which data, and how it is marked. */
  readonly words: WordsId;
}
/** UK GDPR Art 18(3): the person is told first; it ends when that letter was given. */
export interface LiftRestriction extends Commanded {
  readonly verb: 'lift-restriction';
  /** The number of the event `DataRestricted`. */
  readonly restriction: number;
  readonly reasons: WordsId;
}

export type RestrictionCommand = Restrict | LiftRestriction;
export type RestrictionVerb = RestrictionCommand['verb'];

/** A restriction outlives the answer, which promises word before it ends (Art 18(3)). */
export const restrictionVerbs: Readonly<Record<RestrictionVerb, VerbTraits>> = {
  restrict: destroyingOfCase,
  'lift-restriction': ofCaseAfterClosing,
};

/** For the rights in which data is restricted, for itself or while something is checked. */
export const verbsOfRestriction = Object.keys(restrictionVerbs) as readonly RestrictionVerb[];
