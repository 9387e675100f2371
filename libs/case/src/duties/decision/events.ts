import type { StaffId, WordsId } from '../../names.js';
import type { DecisionOutcome } from './commands.js';

/** What happens while a person looks again at what was decided by automated means alone. */
export interface DecisionEvents {
  DecisionExplanationDecided: { readonly words: WordsId };
  DecisionExplained: { readonly decided: number };
  RepresentationsRecorded: { readonly contests: boolean; readonly words?: WordsId };
  PersonIntervened: {
    readonly reviewer: StaffId;
    readonly configuredBy: StaffId;
    readonly words: WordsId;
    readonly reasons: WordsId;
  };
  DecidedAgain: {
    readonly reviewer: StaffId;
    readonly outcome: DecisionOutcome;
    readonly reasons: WordsId;
  };
}

export const decisionEvents: Readonly<Record<keyof DecisionEvents, true>> = {
  DecisionExplanationDecided: true,
  DecisionExplained: true,
  RepresentationsRecorded: true,
  PersonIntervened: true,
  DecidedAgain: true,
};
