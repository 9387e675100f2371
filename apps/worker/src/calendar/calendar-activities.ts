import type { CalendarActivities, CalendarToChange, CasesTold } from '@duly/case-protocol';
import { calendarFor } from '@duly/case';
import type { Calendar } from '@duly/law';
import type { CaseToTell, Register } from '@duly/register';
import { tellCalendar, type openTemporal } from '@duly/temporal';
import { mostTold, patience, tellSteadily } from './tell-steadily.js';

/** What a change of the calendar is carried out with. */
export interface CalendarRoom {
  readonly register: Register;
  readonly client: ReturnType<typeof openTemporal>;
}

async function tellOne(room: CalendarRoom, calendar: Calendar, one: CaseToTell): Promise<boolean> {
  const { calendars } = room.register;
  const { name, version } = calendar;
  const { caseId, receivedOn, latest, foundAt } = one;
  const told = await tellCalendar(room.client, {
    caseId,
    message: { calendar: calendarFor(calendar, receivedOn, latest) },
    updateId: `calendar ${version} ${foundAt}`,
    patience,
  });
  if (told.outcome === 'silent') {
    await calendars.didNotAnswer(name, version, caseId);
    return false;
  }
  const caseVersion = told.outcome === 'moved' ? { caseVersion: told.version } : {};
  await calendars.told(name, version, { caseId, outcome: told.outcome, ...caseVersion });
  return told.outcome === 'moved';
}

/** R20 — tells some of the cases that wait, and says how many are left. */
async function tellCases(room: CalendarRoom, name: string): Promise<CasesTold> {
  const { calendars } = room.register;
  const calendar = await calendars.newest(name);
  if (!calendar) return { moved: 0, left: 0 };
  const cases = await calendars.waiting(name, calendar.version, mostTold);
  const moved = await tellSteadily(cases, one => tellOne(room, calendar, one));
  return { moved, left: await calendars.left(name, calendar.version) };
}

/** Everything that the workflow of a changed calendar asks of the world. */
export function calendarActivities(room: CalendarRoom) {
  return {
    findCases: ({ calendar }: CalendarToChange) => room.register.calendars.findCases(calendar),
    tellCases: ({ calendar }: CalendarToChange) => tellCases(room, calendar),
  } satisfies CalendarActivities;
}
