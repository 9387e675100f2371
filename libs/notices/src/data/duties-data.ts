import type { CivilDate, RecipientOutcome } from '@duly/law';
import type { ToStaff } from './to-staff.js';
import type { OfCase } from './organisation.js';

/** The person asked who the recipients are (Art 19). */
export interface RecipientsData extends OfCase {
  /** Empty where the data was shared with nobody. `outcome`: absent while it is not known. */
  readonly recipients: readonly {
    readonly name: string;
    readonly outcome?: RecipientOutcome['outcome'];
  }[];
}

/** Recipients were not told of what was done (Art 19). */
export interface RecipientsUntoldData extends ToStaff {
  /** The day on which it became known that they are to be told. */
  readonly since: CivilDate;
  /** Who does the work; in a letter to the manager. */
  readonly handler?: string;
}

/** Given before a restriction is lifted (Art 18(3)). */
export interface RestrictionLiftingData extends OfCase {
  /** Which data. */
  readonly what: string;
  readonly reasons: string;
}

/** About a decision that was taken by automated means alone (Art 22C(2)). */
export interface DecisionExplainedData extends OfCase {
  readonly information: string;
}
