import { toCivilDate } from '@duly/law';
import {
  calendarImport,
  calendarImported,
  calendarParams,
  calendarView,
  type CalendarImport,
  type CalendarImported,
  type CalendarView,
} from '../calendars.js';
import type { Route } from './route.js';

const importExample: CalendarImport = {
  add: [
    {
      date: toCivilDate('2022-09-19'),
      title: 'State Funeral of Queen Elizabeth II',
      citation: 'Proclamation of 10 September 2022, Banking and Financial Dealings Act 1971 s.1(3)',
    },
  ],
};

const version = 'uk-2026-08-21 + 2022-09-19 known 2022-09-10';

const importedExample: CalendarImported = {
  calendar: 'england-and-wales',
  version,
  isNew: true,
  changes: ['State Funeral of Queen Elizabeth II on Monday 19 September 2022 is new.'],
  casesToTell: 12,
};

const calendarExample: CalendarView = {
  calendar: 'england-and-wales',
  versions: [
    {
      version,
      importedAt: '2022-09-10T16:07:00.000Z',
      importedBy: 'staff-7',
      covers: { from: toCivilDate('2022-01-01'), to: toCivilDate('2028-12-31') },
      changes: importedExample.changes,
      cases: { waiting: 0, moved: 11, unmoved: 0, closed: 1 },
    },
  ],
};

export const calendarRoutes = {
  importCalendar: {
    operation: 'importCalendar',
    method: 'post',
    path: '/v1/calendars/{id}',
    tag: 'calendars',
    summary: 'Import public holidays; each open case whose date moves is told (Reg 1182/71 Art 3(4))',
    permission: 'keep calendars',
    params: calendarParams,
    body: { schema: calendarImport, example: importExample },
    answers: [
      { status: 200, description: 'What changed.', schema: calendarImported, example: importedExample },
    ],
    problems: ['no-such-calendar', 'calendar-not-readable', 'calendar-removes-history'],
  },
  readCalendar: {
    operation: 'readCalendar',
    method: 'get',
    path: '/v1/calendars/{id}',
    tag: 'calendars',
    summary: 'Every version of a calendar, and what became of the cases it concerned',
    permission: 'read calendars',
    params: calendarParams,
    answers: [{ status: 200, description: 'Its versions.', schema: calendarView, example: calendarExample }],
    problems: ['no-such-calendar'],
  },
} as const satisfies Readonly<Record<string, Route>>;
