import type { CaseRight } from '@duly/case';
import type { CasesTold } from './calendar-activities.js';

/** The right whose schedule of reminders is another; what it is now is in the register. */
export interface ScheduleToChange {
  readonly right: CaseRight;
}

/** What the workflow of a changed schedule asks of the world; each may be asked again without harm. */
export interface ScheduleActivities {
  /** Finds, in one statement, the open cases that live by an older schedule. @returns how many wait to be told */
  findCasesOfRight(change: ScheduleToChange): Promise<number>;
  /** Tells some of them by an Update each, at a steady pace. One that was told is not told again. */
  tellCasesOfRight(change: ScheduleToChange): Promise<CasesTold>;
}
