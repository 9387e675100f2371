import type { CaseRight, WordsId } from '../../names.js';

/** How a case may end, or stand still, beside answer, refusal, withdrawal and abandonment. */
export interface RarerEndEvents {
  CannotIdentifyDecided: { readonly occasion?: string; readonly reasons: WordsId; readonly words?: WordsId };
  /** The person was told (Art 11(2)); if they send more, the month begins on that day. */
  ToldNotIdentified: { readonly decided: number };
  /** Nobody could be told, so the case closed. */
  PersonNotIdentified: { readonly reasons: WordsId; readonly words?: WordsId };
  SubjectDied: { readonly words?: WordsId };
  ReclassificationDecided: { readonly as: CaseRight; readonly reasons: WordsId };
  CaseReclassified: { readonly decided: number; readonly as: CaseRight };
}

export const rarerEndEvents: Readonly<Record<keyof RarerEndEvents, true>> = {
  CannotIdentifyDecided: true,
  ToldNotIdentified: true,
  PersonNotIdentified: true,
  SubjectDied: true,
  ReclassificationDecided: true,
  CaseReclassified: true,
};
