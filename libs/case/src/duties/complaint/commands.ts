import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { ComplaintFinding, WordsId } from '../../names.js';

/** R52 — how the enquiries stand, told to the person; as often as there is something to tell (DPA 2018 s.164A(5)(b)). */
export interface TellProgress extends Commanded {
  readonly verb: 'tell-progress';
  readonly words: WordsId;
}
/** R52 — what came of the complaint (DPA 2018 s.164A(4)(b)). */
export interface GiveOutcome extends Commanded {
  readonly verb: 'give-outcome';
  readonly finding: ComplaintFinding;
  /** What was found and what is done about it. */
  readonly words: WordsId;
  /** Needed where neither acknowledgement nor outcome was given within the thirty days. */
  readonly reasonForLateness?: WordsId;
}

export type ComplaintCommand = TellProgress | GiveOutcome;

export const complaintVerbs: Readonly<Record<ComplaintCommand['verb'], VerbTraits>> = {
  'tell-progress': ofCaseAlone,
  'give-outcome': ofCaseAlone,
};
