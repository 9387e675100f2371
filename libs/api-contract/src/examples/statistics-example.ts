import type { StatisticsRow, StatisticsView } from '../statistics.js';

const none = {
  'manifestly-unfounded': 0,
  'manifestly-excessive': 0,
  'cannot-identify': 0,
  exemption: 0,
  'right-does-not-apply': 0,
};

const row: StatisticsRow = {
  month: '2026-07',
  kind: 'request',
  right: 'access',
  cases: 40,
  open: 8,
  openLate: 1,
  openWaiting: 3,
  closed: 32,
  closedInTime: 28,
  closedLate: 2,
  closedOtherwise: 2,
  late: 3,
  extended: 5,
  reopened: 1,
  paused: 4,
  pausedDays: 37,
  withinTarget: 22,
  withinTargetByClock: 25,
  medianAgeClosed: 21.5,
  medianAgeOpen: 17,
  medianIdle: 6,
  longestIdle: 19,
  reclassified: 1,
  ends: {
    answered: 24,
    'partly-answered': 4,
    refused: 2,
    withdrawn: 2,
    abandoned: 0,
    'not-identified': 0,
    died: 0,
    dismissed: 0,
    concluded: 0,
  },
  refusedWholly: { ...none, 'manifestly-excessive': 1, 'right-does-not-apply': 1 },
  refusedPartly: { ...none, exemption: 4 },
};

export const statisticsExample: StatisticsView = {
  from: '2026-07',
  to: '2026-07',
  counting: 'received',
  by: 'month,right',
  rows: [row],
};
