import type { Owing } from '../duties/owed.js';
import type { DutyVerb } from './verbs-of-duties.js';

/** What one right asks of the organisation, beside the life that all rights share. */
export interface RightRules {
  /** Where the right stands. */
  readonly cite: string;
  /** The verbs of its duties; every other right is refused them. */
  readonly verbs: readonly DutyVerb[];
  /** What must be on record before it is answered, in the order in which it is done. */
  readonly owes: readonly Owing[];
}
