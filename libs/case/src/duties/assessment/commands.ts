import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { AssessmentFactor, AssessmentFinding, WordsId } from '../../names.js';

/** One thing that was weighed, and what shows it. */
export interface WeighedFactor {
  readonly factor: AssessmentFactor;
  /** The evidence. Its absence is refused with the rule: the burden is the controller's (Art 12(5)). */
  readonly words?: WordsId;
}
/** R49 — whether this request, and no other, is manifestly unfounded or excessive: factor by factor, each with its evidence. */
export interface AssessRequest extends Commanded {
  readonly verb: 'assess-request';
  readonly finding: AssessmentFinding;
  readonly factors: readonly WeighedFactor[];
  readonly reasons?: WordsId;
}

export type AssessmentCommand = AssessRequest;

export const assessmentVerbs: Readonly<Record<AssessmentCommand['verb'], VerbTraits>> = {
  'assess-request': ofCaseAlone,
};
