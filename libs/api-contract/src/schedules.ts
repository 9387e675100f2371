import { caseRights } from '@duly/case';
import { z } from 'zod';
import { civilDate, id, instant, reference, staffId } from './fields.js';

export const rightParams = z.strictObject({
  id: z
    .enum(caseRights, `must be one of ${caseRights.join(', ')}`)
    .meta({ description: 'The right whose cases live by it.' }),
});

const some = (most: number) =>
  z.int('must be a whole number').min(1, 'must be 1 or more').max(most, `must be ${most} or less`);

/** Working days by the case's calendar, or days and months as they come. */
export const distance = z
  .strictObject({
    workingDays: some(60).exactOptional(),
    days: some(180).exactOptional(),
    months: some(6).exactOptional(),
  })
  .refine(
    ({ workingDays, days, months }) =>
      workingDays === undefined
        ? days !== undefined || months !== undefined
        : days === undefined && months === undefined,
    'must be workingDays alone, or days, months or both',
  )
  .meta({ id: 'Distance' });
export type DistanceBody = z.infer<typeof distance>;

/** For comparing alone: a month as 30 days, five working days as a week. */
const roughly = ({ workingDays, days = 0, months = 0 }: DistanceBody): number =>
  workingDays === undefined ? days + months * 30 : workingDays * 1.4;

const written = ({ workingDays, days = 0, months = 0 }: DistanceBody): string =>
  `${workingDays ?? ''}-${months}-${days}`;

const most = 10;
const distances = z
  .array(distance)
  .max(most, `must be ${most} at most`)
  .refine(
    list => new Set(list.map(written)).size === list.length,
    'names the same distance twice, and nobody is reminded twice',
  );

/** R24: what is reasonable depends on the ask, but no week is too long to find a document. */
const leastDaysToReply = 7;

const askSchedule = z
  .strictObject({
    remindAfter: distances.meta({ description: 'After the ask was given; each at most once.' }),
    warnBefore: distance.meta({ description: 'The warning, so long before the end of the time to reply.' }),
    abandonAfter: distance.meta({ description: 'The time to reply (R24); what a letter has told stays.' }),
  })
  .superRefine(({ remindAfter, warnBefore, abandonAfter }, context) => {
    const end = roughly(abandonAfter);
    if (end < leastDaysToReply)
      context.addIssue({
        code: 'custom',
        path: ['abandonAfter'],
        message: `must be ${leastDaysToReply} days or more: the person needs a reasonable time to reply (R24)`,
      });
    if (roughly(warnBefore) >= end)
      context.addIssue({
        code: 'custom',
        path: ['warnBefore'],
        message: 'must be shorter than abandonAfter, or the warning would come before the ask',
      });
    remindAfter.forEach((one, place) => {
      if (roughly(one) >= end)
        context.addIssue({
          code: 'custom',
          path: ['remindAfter', place],
          message: 'must be shorter than abandonAfter, or it would come when the time to reply has ended',
        });
    });
  });

const parts = {
  handler: distances.meta({ description: 'Before the day to plan by (R30).' }),
  requester: z.strictObject({
    identity: askSchedule,
    authority: askSchedule,
    fee: askSchedule,
    clarification: askSchedule,
  }),
  manager: distances.meta({
    description: 'After an alarm that still stands; the alarm itself always goes out at its moment (R11).',
  }),
  source: distances.meta({ description: 'After a source of data was asked and has not answered.' }),
};

export const scheduleBody = z.strictObject(parts).meta({ id: 'PutReminderSchedule' });
export type ScheduleBody = z.infer<typeof scheduleBody>;

const many = z.int().min(0);
const version = z.int().min(0).meta({ description: '0: what the organisation’s settings say.' });

export const scheduleView = z
  .strictObject({ right: z.enum(caseRights), version, ...parts })
  .meta({ id: 'ReminderSchedule' });
export type ScheduleView = z.infer<typeof scheduleView>;

export const schedulesInForce = z
  .strictObject({ schedules: z.array(scheduleView) })
  .meta({ id: 'ReminderSchedulesInForce' });

export const schedulePut = z
  .strictObject({
    schedule: scheduleView,
    casesToTell: many.meta({ description: 'Open cases of the right; each is told by itself.' }),
  })
  .meta({ id: 'ReminderSchedulePut' });
export type SchedulePut = z.infer<typeof schedulePut>;

export const scheduleVersions = z
  .strictObject({
    right: z.enum(caseRights),
    versions: z.array(
      z.strictObject({
        schedule: scheduleView,
        from: version.nullable().meta({ description: 'The version it took the place of.' }),
        changedBy: staffId.nullable().meta({ description: 'Null of what the settings say.' }),
        changedAt: instant.nullable(),
        cases: z
          .strictObject({ waiting: many, changed: many, unchanged: many, closed: many, overtaken: many })
          .nullable()
          .meta({ description: 'What became of the cases that were open then.' }),
      }),
    ),
  })
  .meta({ id: 'ReminderScheduleVersions' });
export type ScheduleVersionsView = z.infer<typeof scheduleVersions>;

const reminder = {
  on: civilDate,
  to: z.enum(['handler', 'requester', 'manager']),
  what: z.enum(['reminder', 'warning', 'alarm']),
  forDate: civilDate.nullable().meta({ description: 'Null of a reminder of an ask.' }),
};

export const scheduleTried = z
  .strictObject({
    right: z.enum(caseRights),
    today: many.meta({ description: 'How many of the reminders would go out today.' }),
    casesLookedAt: many,
    casesLeftOut: many.meta({ description: 'Open cases beyond those that one answer looks at.' }),
    days: z.array(z.strictObject({ on: civilDate, reminders: many })),
    reminders: z
      .array(z.strictObject({ case: id, reference, ...reminder }))
      .meta({ description: 'The soonest first; at most 1000, over the next 92 days.' }),
  })
  .meta({ id: 'ReminderScheduleTried' });
export type ScheduleTried = z.infer<typeof scheduleTried>;

export const remindersView = z
  .strictObject({ id, reference, reminders: z.array(z.strictObject(reminder)) })
  .meta({ id: 'RemindersAhead' });
export type RemindersView = z.infer<typeof remindersView>;
