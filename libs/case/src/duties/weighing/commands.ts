import type { CivilDate } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/**
 * What the processing rests on, which says by which test the objection is weighed: UK GDPR Art 6(1)(e), (f), and since 5 February 2026
 * (ea) (Art 21(1) as amended by DUAA 2025 s.70); of research Art 21(6). On any `other-basis` nobody can object.
 */
export const objectedBases = [
  'public-task',
  'legitimate-interests',
  'recognised-legitimate-interests',
  'research',
  'other-basis',
] as const;
export type ObjectedBasis = (typeof objectedBases)[number];

/** UK GDPR Art 21(1): the balancing test; of research Art 21(6) (R43). Each question has its answer, and the whole its reasons. */
export interface WeighObjection extends Commanded {
  readonly verb: 'weigh-objection';
  readonly basis: ObjectedBasis;
  /** Whether compelling legitimate grounds override the person's interests, rights and freedoms. */
  readonly compellingGrounds: boolean;
  /** Whether it is needed to establish, exercise or defend legal claims. */
  readonly legalClaims: boolean;
  /** Of research only: whether it is necessary for a task carried out for reasons of public interest. */
  readonly publicInterestTask?: boolean;
  /** The person's situation and interests, as they were weighed. */
  readonly words: WordsId;
  readonly reasons: WordsId;
}
/** UK GDPR Art 21(1): no longer processed. */
export interface StopProcessing extends Commanded {
  readonly verb: 'stop-processing';
  /** What was stopped. */
  readonly words: WordsId;
  readonly on: CivilDate;
}

export type WeighingCommand = WeighObjection | StopProcessing;

export const weighingVerbs: Readonly<Record<WeighingCommand['verb'], VerbTraits>> = {
  'weigh-objection': ofCaseAlone,
  'stop-processing': ofCaseAlone,
};
