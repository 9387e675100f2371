import { activityInfo } from '@temporalio/activity';
import { momentAt, type Moment } from '@duly/letters';

/** What time it is for the case whose activity runs. */
export type CaseTime = () => Moment;

/**
 * The moment the server scheduled this attempt, plus the time that has passed here since: so a case whose clock was wound, or a
 * worker whose clock is wrong, stays consistent with the case's own time.
 */
export function attemptTime(): CaseTime {
  const scheduled = activityInfo().currentAttemptScheduledTimestampMs;
  const began = performance.now();
  return () => momentAt(Math.round(scheduled + performance.now() - began));
}
