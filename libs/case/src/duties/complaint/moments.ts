import { startOfLondonDay, toDay, type CivilDate, type ClockResult } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { defaultCaseSettings } from '../../case-settings.js';
import type { CaseEvent } from '../../events.js';
import type { Moment } from '../../moment.js';
import { standingAlarm } from '../../alarm.js';
import { after, later } from '../../spans.js';
import { spread } from '../../spread.js';
import { everyOne, receivedOn } from '../../what-happened.js';
import { isComplaint } from './acknowledged.js';

function lastOf(first: CivilDate, events: readonly CaseEvent[]): CivilDate {
  return events.reduce((day, { on }) => later(day, on), first);
}

/**
 * R52 — nobody forgets a complaint that has no date: while nothing is told to the person, the handler is reminded, again and again. Until
 * it is acknowledged the reminders and the alarm of the thirty days do that.
 */
export function progressMoments(file: CaseFile, { effectiveDueDate }: ClockResult): Moment[] {
  if (!isComplaint(file)) return [];
  if (effectiveDueDate !== null && !standingAlarm(file)) return [];
  const since = lastOf(receivedOn(file), [
    ...everyOne(file, 'ComplaintAcknowledged'),
    ...everyOne(file, 'ProgressTold'),
    ...everyOne(file, 'ComplaintConcluded'),
  ]);
  const reminded = lastOf(since, [
    ...everyOne(file, 'ProgressDue'),
    ...everyOne(file, 'CaseReopened'),
    ...everyOne(file, 'AlarmRaised'),
  ]);
  const every = file.opening.settings.complaintProgressEvery ?? defaultCaseSettings.complaintProgressEvery;
  const on = after(reminded, every);
  return [
    {
      at: spread(file, startOfLondonDay(toDay(on))),
      drafts: [{ type: 'ProgressDue', cite: 'DPA 2018 s.164A(5)(b) (R52)', since }],
    },
  ];
}
