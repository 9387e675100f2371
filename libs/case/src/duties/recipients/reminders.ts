import { readDay, readInstant, startOfLondonDay, toDay, type CivilDate, type Instant } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { isEvent, type CaseEvent } from '../../events.js';
import { londonDateAt } from '../../instants.js';
import { toStaff, type LetterRule } from '../../letter-rules.js';
import type { PlannedFrom } from '../../letters.js';
import { spread } from '../../spread.js';
import { workingDaysAfter } from '../../working-days.js';
import { isMeasure, lastMeasure, stillToTell } from './told.js';

/** A letter to staff that waits for its moment, and is sent only where it is still needed then. */
export interface PlannedReminder {
  readonly rule: LetterRule;
  readonly notBefore: Instant;
  readonly plannedFrom: PlannedFrom;
}

/** By the case's own time: what happened earlier and becomes known today is told from today on. */
function recordedOn({ recordedAt, on }: CaseEvent): CivilDate {
  const instant = readInstant(recordedAt, readDay);
  return instant === undefined ? on : londonDateAt(instant);
}

/** Art 19 — once this event has happened, something was done of which somebody does not know yet. */
function leavesUntold(file: CaseFile, event: CaseEvent): boolean {
  if (!isEvent(event, 'RecipientNamed') && !isEvent(event, 'RecordTakenBack') && !isMeasure(event))
    return false;
  const then = { ...file, events: file.events.filter(({ number }) => number <= event.number) };
  return lastMeasure(then) !== undefined && stillToTell(then).length > 0;
}

const morningAfter = (file: CaseFile, date: CivilDate, workingDays: number): Instant =>
  spread(file, startOfLondonDay(workingDaysAfter(file, toDay(date), workingDays)));

/**
 * R45 — the handler is reminded, and so long afterwards the manager. They are ordered with the event that leaves somebody untold, since
 * the case may have closed long before their moment, and its workflow ended; one pair speaks of all that became known on its day.
 */
export function untoldReminders(file: CaseFile, event: CaseEvent): readonly PlannedReminder[] {
  const { tellRecipientsWithin: days } = file.opening.settings;
  if (days === undefined || !leavesUntold(file, event)) return [];
  const day = recordedOn(event);
  const isOrdered = file.events.some(
    earlier => earlier.number < event.number && recordedOn(earlier) === day && leavesUntold(file, earlier),
  );
  if (isOrdered) return [];
  const reminding = (recipient: 'handler' | 'manager', workingDays: number): PlannedReminder => ({
    rule: toStaff('recipients-untold', recipient),
    notBefore: morningAfter(file, day, workingDays),
    plannedFrom: { on: day, workingDays },
  });
  return [reminding('handler', days), reminding('manager', 2 * days)];
}
