import { activityInfo } from '@temporalio/activity';
import { writeInstant } from '@duly/case';
import { londonDayAt, writeDay, type CivilDate, type Instant } from '@duly/law';

/** A moment by the case's own clock. */
export interface Moment {
  /** Civil date in Europe/London. */
  readonly on: CivilDate;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What time it is for the case whose activity runs. */
export type CaseTime = () => Moment;

/** @param milliseconds since 1970, by the case's own clock */
export const momentAt = (milliseconds: number): Moment => {
  const instant = milliseconds as Instant;
  return { on: writeDay(londonDayAt(instant)), at: writeInstant(instant) };
};

/**
 * The moment the server scheduled this attempt, plus the time that has passed here since: so a case whose clock was wound, or a
 * worker whose clock is wrong, stays consistent with the case's own time.
 */
export function attemptTime(): CaseTime {
  const scheduled = activityInfo().currentAttemptScheduledTimestampMs;
  const began = performance.now();
  return () => momentAt(Math.round(scheduled + performance.now() - began));
}
