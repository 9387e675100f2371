import type { Calendar, CivilDate, Instant } from '@duly/law';
import { withdrawals } from '../alarm.js';
import type { CaseFile } from '../case-file.js';
import { calendarsOf, clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import { refused, type Draft } from '../decide/judging.js';
import type { CaseEvent } from '../events.js';
import { evolveAll } from '../evolve.js';
import type { CaseRefusal, Decision } from '../refusals.js';
import { stamp } from '../stamp.js';
import { datesOf, type Dates } from '../summary-of.js';
import type { DateChanged } from './events.js';

const cite = 'Reg 1182/71 Art 3(4) (R20)';

function movesOf(before: Dates, after: Dates): readonly DateChanged[] {
  return (Object.keys(after) as (keyof Dates)[])
    .filter(date => before[date] !== after[date])
    .map(date => ({ date, from: before[date], to: after[date] }));
}

/** The date that binds came nearer: whoever works the case may still plan by the later one. */
function alarm({ dueDate: from }: Dates, { dueDate: to }: Dates): Draft[] {
  const isEarlier = (one: CivilDate | null, other: CivilDate | null): one is CivilDate =>
    one !== null && other !== null && one < other;
  return isEarlier(to, from)
    ? [{ type: 'AlarmRaised', cite, forDate: to, because: 'date-moved-earlier' }]
    : [];
}

function refuseChange(file: CaseFile, calendar: Calendar): CaseRefusal | undefined {
  const closing = closingOf(file);
  if (closing) {
    return refused(
      'case-closed',
      cite,
      {
        message: `The case closed on ${closing.on}.`,
        remedy: 'Nothing need be done: a closed case keeps its dates.',
      },
      { closedOn: closing.on },
    );
  }
  if (calendar.name === file.calendar.name) return undefined;
  return refused(
    'contradicts-facts',
    'UK GDPR Art 4A (R18)',
    {
      message: `The case is judged by the calendar ${file.calendar.name}, not by ${calendar.name}.`,
      remedy: 'Tell it of a change of its own calendar.',
    },
    { field: 'calendar' },
  );
}

function refuseIdle({ version }: Calendar): CaseRefusal {
  return refused(
    'calendar-moves-nothing',
    cite,
    {
      message: `The calendar ${version} moves no date of this case.`,
      remedy: 'Leave the case as it is; it is asked again when its dates are others.',
    },
    { calendarVersion: version },
  );
}

/**
 * R20 — the last day is a holiday or it is none, whenever that became known: the case is judged by the public holidays as they are
 * known now, and its history says which dates moved. The same change again causes nothing.
 * @param calendar the part of the new version that the case may need
 */
export function decideCalendarChange(file: CaseFile, calendar: Calendar, now: Instant): Decision<CaseEvent> {
  const refusal = refuseChange(file, calendar);
  if (refusal) return refusal;
  const isKnown =
    calendar.version === file.calendar.version && calendar.covers?.to === file.calendar.covers?.to;
  if (isKnown) return [];
  const [old, fresh] = [clockOf(file), clockOf({ ...file, calendar, calendars: calendarsOf({ calendar }) })];
  const [before, after] = [datesOf(old.clock), datesOf(fresh.clock)];
  const moved = movesOf(before, after);
  if (moved.length === 0 && old.isProvisional === fresh.isProvisional) return refuseIdle(calendar);
  const from = file.calendar.version;
  const changed: Draft[] = [
    { type: 'CalendarChanged', cite, from, calendar, moved },
    ...alarm(before, after),
  ];
  const events = stamp(file, changed, 'calendar', now);
  const then = evolveAll(file, events);
  return [...events, ...stamp(then, withdrawals(then), 'time', now)];
}
