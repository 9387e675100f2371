import { exemptions, type ExemptionName } from '@duly/law';
import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** The exemptions of DPA 2018 Schs 2 to 4 (R49b), in the order of the statute. */
export const exemptionNames = Object.keys(exemptions) as [ExemptionName, ...ExemptionName[]];

/** R49b — for a part of the data, never for a request by its kind. */
export interface ApplyExemption extends Commanded {
  readonly verb: 'apply-exemption';
  readonly exemption: ExemptionName;
  /** What it covers. */
  readonly words: WordsId;
  /** Why it applies here. */
  readonly reasons: WordsId;
  /** Why answering would be likely to prejudice what is protected; needed wherever the paragraph asks for it. */
  readonly prejudice?: WordsId;
  /** False where to tell the person of it would undo what it protects. */
  readonly isTold: boolean;
}
/** By a second person, whatever they make of it. */
export interface ReviewExemption extends Commanded {
  readonly verb: 'review-exemption';
  /** The number of the event `ExemptionApplied`. */
  readonly applied: number;
  readonly agrees: boolean;
  readonly reasons: WordsId;
}

export type ExemptionCommand = ApplyExemption | ReviewExemption;

export const exemptionVerbs: Readonly<Record<ExemptionCommand['verb'], VerbTraits>> = {
  'apply-exemption': ofCaseAlone,
  'review-exemption': ofCaseAlone,
};

/** Any data may be exempt, whatever the right (DPA 2018 Schs 2–4). */
export const verbsOfExemptions = ['apply-exemption', 'review-exemption'] as const;
