import { z } from 'zod';
import { calendarPeriod, duration, type CalendarPeriod } from './kinds.js';
import { setting } from './setting.js';

/** Two periods on the calendar, the longer one first, as ISO 8601 (`P30D,P7D`). */
const twoPeriods = z
  .string()
  .transform(written => written.split(','))
  .pipe(z.tuple([calendarPeriod, calendarPeriod], 'must be two periods, such as P30D,P7D'))
  .refine(
    ([first, second]: readonly [CalendarPeriod, CalendarPeriod]) =>
      first.months * 31 + first.days >= second.months * 31 + second.days,
    'must name the longer period first',
  );

/** How erasure is announced. How long things are kept is a schedule of its own, with versions: POST /v1/retention. */
export const retentionSettings = {
  erasureWarnings: setting(twoPeriods, {
    describes:
      'how long before anything is erased managers and handlers are warned, the first time and the second',
    unit: 'two periods of ISO 8601 months and days, a comma between them',
    default: 'P30D,P7D',
  }),
};

/** Of the worker, which warns and erases. */
export const erasingSettings = {
  retentionEvery: setting(
    duration.refine(seconds => seconds >= 1, { error: 'must be PT1S or longer' }),
    {
      describes: 'how often what falls due for erasure is looked for, and erased keys are looked after',
      unit: 'ISO 8601 duration',
      default: 'PT1H',
    },
  ),
  keysBackupLife: setting(calendarPeriod, {
    describes:
      'how long backups of the database of keys are kept: until then a destroyed key may lie in one, as its certificate says',
    unit: 'ISO 8601 months and days',
    default: 'P35D',
    mustBeSet: 'in production',
  }),
};
