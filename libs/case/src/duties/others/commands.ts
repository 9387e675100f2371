import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** What becomes of what tells of another person (UK GDPR Art 15(4); DPA 2018 Sch 2 para 16). */
export const othersDecisions = ['consent', 'redacted', 'reasonable-without-consent', 'withheld'] as const;
export type OthersDecision = (typeof othersDecisions)[number];

/** One other person in the data. Whoever gives the command is the reviewer. */
export interface ReviewOtherPerson extends Commanded {
  readonly verb: 'review-other-person';
  /** Who it is, and what tells of them. */
  readonly words: WordsId;
  readonly decision: OthersDecision;
  readonly reasons: WordsId;
}
/** Nobody else is told of in the data. */
export interface FindNoOtherPerson extends Commanded {
  readonly verb: 'find-no-other-person';
  /** How that was made sure of. */
  readonly words: WordsId;
}

export type OthersCommand = ReviewOtherPerson | FindNoOtherPerson;

export const othersVerbs: Readonly<Record<OthersCommand['verb'], VerbTraits>> = {
  'review-other-person': ofCaseAlone,
  'find-no-other-person': ofCaseAlone,
};
