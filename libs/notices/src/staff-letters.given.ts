import { toCivilDate } from '@duly/law';
import { staff } from './people.given.js';

const day = toCivilDate;

/** Letters to staff. */
export const staffLetters = {
  'enquiry-overdue': {
    'with-date': { ...staff, dueDate: day('2026-08-03'), planBy: day('2026-08-01') },
    'without-date': { ...staff, dueDate: null, planBy: null },
  },
  'reminder-to-handler': {
    soon: { ...staff, dueDate: day('2026-08-03'), planBy: day('2026-08-01') },
    tomorrow: { ...staff, dueDate: day('2026-08-03'), planBy: null },
  },
  'alarm-to-handler': {
    late: { ...staff, on: day('2026-08-04'), because: 'due-date-passed', dueDate: day('2026-08-03') },
    reopened: {
      ...staff,
      on: day('2026-09-10'),
      because: 'due-date-passed',
      dueDate: day('2026-08-03'),
      respondedOn: day('2026-07-29'),
    },
    'of-a-complaint-moved-earlier': {
      ...staff,
      right: 'complaint',
      on: day('2026-07-20'),
      because: 'date-moved-earlier',
      dueDate: day('2026-08-03'),
    },
    'extension-fell-away': {
      ...staff,
      on: day('2026-08-04'),
      because: 'extension-fell-away',
      dueDate: day('2026-08-03'),
    },
    'notice-came-back': {
      ...staff,
      on: day('2026-08-04'),
      because: 'notice-came-back',
      dueDate: day('2026-08-03'),
    },
    'date-moved-earlier': {
      ...staff,
      on: day('2026-07-20'),
      because: 'date-moved-earlier',
      dueDate: day('2026-08-03'),
    },
  },
  'recipients-untold': {
    'to-handler': { ...staff, since: day('2026-07-20') },
    'to-manager': { ...staff, addressee: 'Max Manager', since: day('2026-07-20'), handler: 'Sam Handler' },
  },
  'alarm-to-manager': {
    claimed: {
      ...staff,
      addressee: 'Max Manager',
      on: day('2026-08-04'),
      because: 'due-date-passed',
      dueDate: day('2026-08-03'),
      handler: 'Sam Handler',
    },
    unclaimed: {
      ...staff,
      addressee: 'Max Manager',
      on: day('2026-08-04'),
      because: 'extension-fell-away',
      dueDate: day('2026-08-03'),
    },
  },
} as const;
