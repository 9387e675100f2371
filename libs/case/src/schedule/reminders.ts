import { startOfLondonDay, writeDay, type CivilDate, type Instant } from '@duly/law';
import { standingAlarm } from '../alarm.js';
import type { Ask } from '../asks.js';
import type { CaseFile } from '../case-file.js';
import type { Draft } from '../decide/judging.js';
import { citeOfDate } from '../duties/complaint/acknowledged.js';
import type { Moment } from '../moment.js';
import { spread } from '../spread.js';
import { everyOne } from '../what-happened.js';
import { dayAfter, scheduleOf } from './schedule.js';
import type { Distance } from './reminder-schedule.js';

interface Planned {
  readonly planned: CivilDate;
  readonly at: Instant;
}

/**
 * The days after a date on which somebody is to be reminded and was not. Of several that an outage or a new schedule has left behind
 * the last alone is sent; a day before the last one sent is not made up for.
 */
function stillToSend(
  file: CaseFile,
  { from, distances, sent }: { from: CivilDate; distances: readonly Distance[]; sent: readonly CivilDate[] },
  now: Instant,
): readonly Planned[] {
  const latest = sent.reduce((one, other) => (one > other ? one : other), '' as CivilDate);
  const days = [...new Set(distances.map(distance => dayAfter(file, from, distance)))].sort((a, b) => a - b);
  const planned = days
    .map(day => ({ planned: writeDay(day), at: spread(file, startOfLondonDay(day)) }))
    .filter(one => one.planned > latest);
  const overdue = planned.filter(({ at }) => at <= now);
  return overdue.length > 0 ? overdue.slice(-1) : planned;
}

/** R24 — the requester is reminded of an ask that is not answered, on each day of the schedule once. */
export function requesterReminders(file: CaseFile, ask: Ask, now: Instant): Moment[] {
  const schedule = scheduleOf(file);
  const sent = everyOne(file, 'ReminderDue').flatMap(event =>
    event.to === 'requester' && event.ask === ask.number && event.on >= ask.since
      ? [event.planned ?? event.on]
      : [],
  );
  const isByTheSettings = schedule.version === 0;
  // The settings name one reminder, and whoever had it has had it, whatever the day.
  if (isByTheSettings && sent.length > 0) return [];
  const { remindAfter: distances } = schedule.requester[ask.of];
  return stillToSend(file, { from: ask.since, distances, sent }, now).map(({ planned, at }) => ({
    at,
    drafts: [
      {
        type: 'ReminderDue',
        cite: 'ICO practice (R24)',
        to: 'requester',
        ask: ask.number,
        ...(isByTheSettings ? {} : { planned }),
      },
    ],
  }));
}

/** R11 — while an alarm stands the manager hears of it again, on each day of the schedule once. */
export function alarmReminders(file: CaseFile, now: Instant): Moment[] {
  const alarm = standingAlarm(file);
  const { manager: distances } = scheduleOf(file);
  if (!alarm || distances.length === 0) return [];
  const sent = everyOne(file, 'ReminderDue').flatMap(event =>
    event.to === 'manager' && event.alarm === alarm.number ? [event.planned] : [],
  );
  const cite = citeOfDate(file, 'UK GDPR Art 12A(1) (R11)');
  const { forDate, number } = alarm;
  return stillToSend(file, { from: alarm.on, distances, sent }, now).map(({ planned, at }): Moment => {
    const drafts: Draft[] = [{ type: 'ReminderDue', cite, to: 'manager', forDate, alarm: number, planned }];
    return { at, drafts };
  });
}
