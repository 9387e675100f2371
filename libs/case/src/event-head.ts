import type { CivilDate } from '@duly/law';
import type { Author, StaffId } from './names.js';

/** What every event says, whatever happened. */
export interface EventHead {
  /** 1 and up, over all runs of the case; the case's version is the last one. */
  readonly number: number;
  readonly run: number;
  /** Civil date in Europe/London on which it happened; deadlines follow it. */
  readonly on: CivilDate;
  /** When it happened, ISO 8601 UTC; absent where only the day is known. */
  readonly at?: string;
  /** When the case learned of it, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly by: Author;
  /** The second person, where a step had to be approved. */
  readonly approvedBy?: StaffId;
  /** The rule and the provision. */
  readonly cite: string;
}
