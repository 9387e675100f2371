import { toCivilDate } from '@duly/law';
import { calendarImport, calendarParams } from '../calendars.js';
import { caseId, dueDate } from '../examples/view-examples.js';
import { calendarTried, letterTemplates, settingsInForce, workload, workloadQuery } from '../overview.js';
import type { Route } from './route.js';

const load = { cases: 3, late: 0, alarms: 0, dueSoon: 1, tasks: 4 };
const holiday = {
  date: toCivilDate('2022-09-19'),
  title: 'State Funeral of Queen Elizabeth II',
  citation: 'Proclamation of 10 September 2022, Banking and Financial Dealings Act 1971 s.1(3)',
};

/** What a manager and an administrator look at before they decide. */
export const overviewRoutes = {
  readWorkload: {
    operation: 'readWorkload',
    method: 'get',
    path: '/v1/workload',
    tag: 'statistics',
    summary: 'Who has how much, what is due in which week, and who is away',
    permission: 'read statistics',
    query: workloadQuery,
    answers: [
      {
        status: 200,
        description: 'As it stands now.',
        schema: workload,
        example: {
          today: toCivilDate('2026-07-20'),
          nobody: { ...load, cases: 1 },
          people: [
            {
              staff: 'staff-3',
              name: 'Sam Handler',
              team: 'information rights',
              absence: null,
              coverName: null,
              ...load,
            },
          ],
          weeks: [{ from: toCivilDate('2026-07-27'), cases: 4, alarms: 0 }],
        },
      },
    ],
    problems: [],
  },
  tryCalendar: {
    operation: 'tryCalendar',
    method: 'post',
    path: '/v1/calendars/{id}/try',
    tag: 'calendars',
    summary: 'Which open cases a change of public holidays would concern; nothing changes',
    permission: 'keep calendars',
    isQuestion: true,
    params: calendarParams,
    body: { schema: calendarImport, example: { add: [holiday] } },
    answers: [
      {
        status: 200,
        description: 'What would change.',
        schema: calendarTried,
        example: {
          calendar: 'england-and-wales',
          changes: [`${holiday.title} on Monday 19 September 2022 is new.`],
          casesInAll: 1,
          cases: [
            {
              id: caseId,
              reference: 'DR-2026-000123-1',
              right: 'access',
              dueDate,
              dueDateAfter: '2026-08-04',
            },
          ],
        },
      },
    ],
    problems: ['no-such-calendar', 'calendar-not-readable', 'calendar-removes-history'],
  },
  listLetterTemplates: {
    operation: 'listLetterTemplates',
    method: 'get',
    path: '/v1/letter-templates',
    tag: 'service',
    summary: 'Every template of a letter at its version, and who has answered for its wording',
    permission: 'read schedules',
    answers: [
      {
        status: 200,
        description: 'By language and name.',
        schema: letterTemplates,
        example: {
          templates: [
            {
              template: 'acknowledgement',
              language: 'en',
              version: 2,
              wording: '3f0c1be0a2c0b9dd7f2e5f0d1c6a0f3b8f5d5f3f6f2b0e4b5a1c9d8e7f605142',
              review: { reviewer: 'Priya Shah, Legal', on: '2026-06-01' },
            },
          ],
        },
      },
    ],
    problems: [],
  },
  readSettings: {
    operation: 'readSettings',
    method: 'get',
    path: '/v1/settings',
    tag: 'service',
    summary:
      'The settings of the API as they are in force, and which of them a production would refuse; no secret',
    permission: 'keep staff',
    answers: [
      {
        status: 200,
        description: 'By name.',
        schema: settingsInForce,
        example: {
          settings: [
            {
              name: 'LETTER_LANGUAGE',
              describes: 'the language of letters to whoever has asked for no other',
              unit: null,
              value: 'en',
              standing: 'default',
            },
          ],
        },
      },
    ],
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
