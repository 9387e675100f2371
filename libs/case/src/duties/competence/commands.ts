import type { CommandedForRequest, VerbTraits } from '../../commanded.js';
import type { ChildNamed, WordsId } from '../../names.js';

/** R48: whether a child understands what it means to exercise the right; in Scotland presumed from 12 (DPA 2018 s.208). */
export interface AssessCompetence extends CommandedForRequest, ChildNamed {
  readonly verb: 'assess-competence';
  /** The child understands. */
  readonly competent: boolean;
  /** A child that understands agrees that the parent asks for them. */
  readonly agrees?: boolean;
  readonly reasons: WordsId;
}

export type CompetenceCommand = AssessCompetence;

export const competenceVerbs: Readonly<Record<CompetenceCommand['verb'], VerbTraits>> = {
  'assess-competence': { request: true },
};
