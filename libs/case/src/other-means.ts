import { startOfLondonDay, toDay, type CivilDate, type ClockResult, type Instant } from '@duly/law';
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
function cutOffOf(decided: CaseEvent, clock: ClockResult): CivilDate | null {
  return decided.type === 'ExtensionDecided' ? clock.extensionNoticeBy : clock.planBy;
}

/**
 * UK GDPR Art 12(3), 12A(4) — a notice counts when it is given, and a mail server that does not take it gives nobody anything. From when on a
 * person is asked to send it by other means: two days after it was decided; at the beginning of the last working day before its last day where that is
 * sooner, and then still an hour after the decision.
 * @returns ISO 8601, UTC
 */
export function otherMeansFrom(file: CaseFile, decided: CaseEvent): string {
  const { clock } = clockOf(file);
  const decidedAt = Date.parse(decided.recordedAt);
  const cutOff = cutOffOf(decided, clock);
  const lastWorkingDay =
    cutOff === null ? Infinity : startOfLondonDay(workingDaysBefore(file, toDay(cutOff), 1));
  return writeInstant(
    Math.min(decidedAt + longest, Math.max(decidedAt + patience, lastWorkingDay)) as Instant,
  );
}
