import { toCivilDate } from '@duly/law';
import { caseId, dueDate } from '../examples/view-examples.js';
import { idParams } from '../queries.js';
import {
  remindersView,
  rightParams,
  scheduleBody,
  schedulePut,
  schedulesInForce,
  scheduleTried,
  scheduleVersions,
  type ScheduleBody,
  type ScheduleView,
} from '../schedules.js';
import type { Route } from './route.js';

const ask = { remindAfter: [{ days: 14 }], warnBefore: { days: 7 }, abandonAfter: { months: 1 } };
const bodyExample: ScheduleBody = {
  handler: [{ workingDays: 10 }, { workingDays: 5 }, { workingDays: 2 }, { days: 1 }],
  requester: {
    identity: ask,
    authority: ask,
    fee: ask,
    clarification: { ...ask, remindAfter: [{ days: 7 }, { days: 14 }] },
  },
  manager: [{ workingDays: 3 }],
  source: [{ workingDays: 5 }, { workingDays: 10 }],
};
const example: ScheduleView = { right: 'access', version: 2, ...bodyExample };
const reference = 'DR-2026-000123-1';
const reminder = {
  on: toCivilDate('2026-07-27'),
  to: 'handler',
  what: 'reminder',
  forDate: dueDate,
} as const;

/** Schedules of reminders are data, by right and recipient; each version is kept. */
export const scheduleRoutes = {
  listSchedules: {
    operation: 'listSchedules',
    method: 'get',
    path: '/v1/reminder-schedules',
    tag: 'reminders',
    summary: 'When whom is reminded of what, for each right: the schedules in force',
    permission: 'read schedules',
    answers: [
      {
        status: 200,
        description: 'One for each right.',
        schema: schedulesInForce,
        example: { schedules: [example] },
      },
    ],
    problems: [],
  },
  readSchedule: {
    operation: 'readSchedule',
    method: 'get',
    path: '/v1/reminder-schedules/{id}',
    tag: 'reminders',
    summary: 'Every version of the schedule of a right: who changed it, when, and what became of the cases',
    permission: 'read schedules',
    params: rightParams,
    answers: [
      {
        status: 200,
        description: 'Its versions, the newest first.',
        schema: scheduleVersions,
        example: {
          right: 'access',
          versions: [
            {
              schedule: example,
              from: 1,
              changedBy: 'staff-7',
              changedAt: '2026-07-02T09:30:00.000Z',
              cases: { waiting: 0, changed: 41, unchanged: 1, closed: 2, overtaken: 0 },
            },
          ],
        },
      },
    ],
    problems: [],
  },
  putSchedule: {
    operation: 'putSchedule',
    method: 'post',
    path: '/v1/reminder-schedules/{id}',
    tag: 'reminders',
    summary: 'Put a new schedule in force; each open case of the right is told, and sends nothing again',
    permission: 'keep schedules',
    params: rightParams,
    body: { schema: scheduleBody, example: bodyExample },
    answers: [
      {
        status: 200,
        description: 'It is in force.',
        schema: schedulePut,
        example: { schedule: example, casesToTell: 44 },
      },
    ],
    problems: [],
  },
  trySchedule: {
    operation: 'trySchedule',
    method: 'post',
    path: '/v1/reminder-schedules/{id}/try',
    tag: 'reminders',
    summary: 'Which open cases would be reminded when by this schedule, and how many today; nothing changes',
    permission: 'try schedules',
    isQuestion: true,
    params: rightParams,
    body: { schema: scheduleBody, example: bodyExample },
    answers: [
      {
        status: 200,
        description: 'What would go out if nothing else happens.',
        schema: scheduleTried,
        example: {
          right: 'access',
          today: 0,
          casesLookedAt: 1,
          casesLeftOut: 0,
          days: [{ on: reminder.on, reminders: 1 }],
          reminders: [{ case: caseId, reference, ...reminder }],
        },
      },
    ],
    problems: [],
  },
  listReminders: {
    operation: 'listReminders',
    method: 'get',
    path: '/v1/cases/{id}/reminders',
    tag: 'cases',
    summary: 'Who will be reminded when in this case, if nothing else happens',
    permission: 'read cases',
    params: idParams,
    answers: [
      {
        status: 200,
        description: 'The soonest first.',
        schema: remindersView,
        example: { id: caseId, reference, reminders: [reminder] },
      },
    ],
    problems: ['no-such-case'],
  },
} as const satisfies Readonly<Record<string, Route>>;
