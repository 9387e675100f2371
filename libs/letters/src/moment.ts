import { writeInstant } from '@duly/case';
import { londonDayAt, writeDay, type CivilDate, type Instant } from '@duly/law';

/** A moment by the case's own clock. */
export interface Moment {
  /** Civil date in Europe/London. */
  readonly on: CivilDate;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** @param milliseconds since 1970, by the case's own clock */
export const momentAt = (milliseconds: number): Moment => {
  const instant = milliseconds as Instant;
  return { on: writeDay(londonDayAt(instant)), at: writeInstant(instant) };
};
