import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** A handler asks their manager to look at the case: they are stuck, or it is not theirs to decide. */
export interface Escalate extends Commanded {
  readonly verb: 'escalate';
  readonly reasons: WordsId;
}

export type EscalationCommand = Escalate;

export const escalationVerbs: Readonly<Record<EscalationCommand['verb'], VerbTraits>> = {
  escalate: ofCaseAlone,
};
