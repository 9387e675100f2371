import type { Day } from '../dates/civil-date.js';
import type { NoticeCutOff } from './extension.js';
import type { BeyondCalendar, Counting, DueDay, Suspended } from './period.js';
import type { Standing } from './standing.js';

/** A due date, or why there is none: the month has not begun, time stands still, the calendar ends. */
export type Due = DueDay | 'not begun' | Suspended | BeyondCalendar;

/** Every date that follows from one set of answers to the doubtful points. */
export interface Dates {
  readonly standing: Standing;
  readonly counting: Counting;
  readonly start: Day | undefined;
  readonly due: Due;
  readonly extendedDue: Due | null;
  readonly effectiveDue: Due;
  readonly cutOff: NoticeCutOff | null;
}
