import type { CaseFile } from '../case-file.js';
import type { Owing } from '../duties/owed.js';
import type { EventType } from '../events.js';
import type { DutyVerb } from './verbs-of-duties.js';

/** How far the record of a case grants what was asked. */
export type Granted = 'wholly' | 'partly' | 'not-at-all';

/** What one right asks of the organisation, beside the life that all rights share. */
export interface RightRules {
  /** Where the right stands. */
  readonly cite: string;
  /** The verbs of its duties; every other right is refused them. */
  readonly verbs: readonly DutyVerb[];
  /** What must be on record before it is answered, in the order in which it is done. */
  readonly owes: readonly Owing[];
  /** What its answer tells of the record: the events whose words the letter holds. */
  readonly tells?: readonly EventType[];
  /** How far what was found grants it; undefined while nothing says so. Neither an answer nor a refusal may say otherwise. */
  readonly granted?: (file: CaseFile) => Granted | undefined;
}
