import {
  readDay,
  readInstant,
  startOfLondonDay,
  toDay,
  type CivilDate,
  type ClockResult,
  type Instant,
} from '@duly/law';
import type { CaseFile } from './case-file.js';
import { clockOf } from './clock-of.js';
import type { CaseEvent } from './events.js';
import { writeInstant } from './instants.js';
import { workingDaysBefore } from './working-days.js';

const hour = 3_600_000;
const longest = 48 * hour;
/** A mail server that asks to come back later mostly takes the letter within it. */
const patience = hour;

/** The last day on which the letter of a decision does what it is meant to do; null where it has none. */
export function lastDayFor(decided: CaseEvent, clock: ClockResult): CivilDate | null {
  return decided.type === 'ExtensionDecided' ? clock.extensionNoticeBy : clock.planBy;
}

/**
 * UK GDPR Art 12(3), 12A(4) — a notice counts when it is given, and a mail server that does not take it gives nobody anything. From when
 * on a person is asked to send it by other means: two days after it was decided; sooner, when the last working day before its last day
 * begins; and then still an hour after the decision.
 * @param ordered what ordered the letter, where that is not the decision itself
 * @returns ISO 8601, UTC; undefined beyond the year 2100
 */
export function otherMeansFrom(
  file: CaseFile,
  decided: CaseEvent,
  ordered: CaseEvent = decided,
): string | undefined {
  const decidedAt = readInstant(ordered.recordedAt, readDay);
  if (decidedAt === undefined) return undefined;
  const cutOff = lastDayFor(decided, clockOf(file).clock);
  const lastWorkingDay =
    cutOff === null ? Infinity : startOfLondonDay(workingDaysBefore(file, toDay(cutOff), 1));
  const from = Math.min(decidedAt + longest, Math.max(decidedAt + patience, lastWorkingDay));
  return writeInstant(from as Instant);
}
