import type { CivilDate } from '@duly/law';
import type { ComplaintFinding, WordsId } from '../../names.js';

/** What happens in a complaint to the controller (DPA 2018 s.164A). */
export interface ComplaintEvents {
  /** The thirty days are kept, or were missed, on this day (R50). */
  ComplaintAcknowledged: { readonly decided: number };
  /** Nothing has been told for so long that the person should hear how it stands (R52). */
  ProgressDue: { readonly since: CivilDate };
  ProgressDecided: { readonly words: WordsId };
  ProgressTold: { readonly decided: number };
  OutcomeDecided: {
    readonly finding: ComplaintFinding;
    readonly words: WordsId;
    readonly reasonForLateness?: WordsId;
  };
  ComplaintConcluded: { readonly decided: number; readonly finding: ComplaintFinding };
}

export const complaintEvents: Readonly<Record<keyof ComplaintEvents, true>> = {
  ComplaintAcknowledged: true,
  ProgressDue: true,
  ProgressDecided: true,
  ProgressTold: true,
  OutcomeDecided: true,
  ComplaintConcluded: true,
};
