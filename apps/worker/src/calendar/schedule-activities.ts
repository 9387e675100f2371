import type { CaseRight } from '@duly/case';
import type { CasesTold, ScheduleActivities, ScheduleToChange } from '@duly/case-protocol';
import type { ScheduleInForce } from '@duly/register';
import { tellSchedule } from '@duly/temporal';
import type { CalendarRoom } from './calendar-activities.js';
import { mostTold, patience, tellSteadily } from './tell-steadily.js';

async function tellOne(
  room: CalendarRoom,
  right: CaseRight,
  message: ScheduleInForce,
  caseId: string,
): Promise<boolean> {
  const { schedules } = room.register;
  const { version } = message.schedule;
  const updateId = `schedule ${right} ${version}`;
  const told = await tellSchedule(room.client, { caseId, message, updateId, patience });
  switch (told.outcome) {
    case 'silent':
      await schedules.didNotAnswer(right, caseId);
      return false;
    case 'moved': {
      const outcome = told.isNew ? 'changed' : 'unchanged';
      await schedules.told(right, version, { caseId, outcome, caseVersion: told.version });
      return true;
    }
    case 'unmoved':
    case 'closed':
      await schedules.told(right, version, { caseId, outcome: 'closed' });
      return true;
  }
}

/** Tells some of the cases that wait, and says how many are left. */
async function tellCases(room: CalendarRoom, right: CaseRight): Promise<CasesTold> {
  const { schedules } = room.register;
  const newest = await schedules.newest(right);
  if (!newest) return { moved: 0, left: 0 };
  const cases = await schedules.waiting(right, mostTold);
  const moved = await tellSteadily(cases, caseId => tellOne(room, right, newest, caseId));
  return { moved, left: await schedules.left(right) };
}

/** Everything that the workflow of a changed schedule asks of the world. */
export function scheduleActivities(room: CalendarRoom) {
  return {
    findCasesOfRight: ({ right }: ScheduleToChange) => room.register.schedules.findCases(right),
    tellCasesOfRight: ({ right }: ScheduleToChange) => tellCases(room, right),
  } satisfies ScheduleActivities;
}
