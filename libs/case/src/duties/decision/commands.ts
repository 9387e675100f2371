import type { CivilDate } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { StaffId, WordsId } from '../../names.js';

/** What a person made of the automated decision when they looked at it (UK GDPR Art 22C). */
export const decisionOutcomes = ['stands', 'changed'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** UK GDPR Art 22C(2)(a): the person is told about the decision, and how to use the other safeguards. */
export interface ExplainDecision extends Commanded {
  readonly verb: 'explain-decision';
  /** What was decided, from which data, and what counted. */
  readonly words: WordsId;
}
/** UK GDPR Art 22C(2)(b), (d): what the person said about it, and whether they contest it. */
export interface RecordRepresentations extends Commanded {
  readonly verb: 'record-representations';
  readonly on: CivilDate;
  readonly contests: boolean;
  /** Without it they were invited, and said nothing more. */
  readonly words?: WordsId;
}
/** UK GDPR Art 22C(2)(c): somebody who can judge it, and had no hand in it, looks at it. */
export interface RecordIntervention extends Commanded {
  readonly verb: 'record-intervention';
  /** Who looked at it. */
  readonly reviewer: StaffId;
  /** Who took the decision, or configured what took it. */
  readonly configuredBy: StaffId;
  readonly on: CivilDate;
  /** What the reviewer looked at. */
  readonly words: WordsId;
  /** Why the reviewer is competent, and free to change the decision. */
  readonly reasons: WordsId;
}
/** What came of it, in the name of the person who looked. */
export interface DecideAgain extends Commanded {
  readonly verb: 'decide-again';
  readonly outcome: DecisionOutcome;
  readonly reasons: WordsId;
}

export type DecisionCommand = ExplainDecision | RecordRepresentations | RecordIntervention | DecideAgain;

export const decisionVerbs: Readonly<Record<DecisionCommand['verb'], VerbTraits>> = {
  'explain-decision': ofCaseAlone,
  'record-representations': ofCaseAlone,
  'record-intervention': ofCaseAlone,
  'decide-again': ofCaseAlone,
};
