import type { AssessmentFactor, AssessmentFinding, WordsId } from '../../names.js';

/** R49 — a request weighed against Art 12(5). */
export interface AssessmentEvents {
  RequestAssessed: {
    readonly finding: AssessmentFinding;
    readonly factors: readonly { readonly factor: AssessmentFactor; readonly words: WordsId }[];
    readonly reasons: WordsId;
  };
}

export const assessmentEvents: Readonly<Record<keyof AssessmentEvents, true>> = { RequestAssessed: true };
