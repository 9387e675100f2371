import { caseRights } from '@duly/case';
import { z } from 'zod';
import { civilDate, id, lineOf, reference, staffId } from './fields.js';
import { absence } from './staffing.js';

const many = z.int().min(0);

export const workloadQuery = z.strictObject({ team: lineOf(100).exactOptional() });
export type WorkloadQuery = z.infer<typeof workloadQuery>;

const load = {
  cases: many.meta({ description: 'Open cases.' }),
  late: many,
  alarms: many,
  dueSoon: many.meta({ description: 'Due within seven days, today included.' }),
  tasks: many.meta({ description: 'Open tasks.' }),
};

/** What a manager looks at: who has how much, what is due when, and who is away. */
export const workload = z
  .strictObject({
    today: civilDate,
    nobody: z.strictObject(load).meta({ description: 'What nobody has taken.' }),
    people: z
      .array(
        z.strictObject({
          staff: staffId,
          name: z.string(),
          team: z.string().nullable(),
          absence: absence.nullable(),
          coverName: z.string().nullable(),
          ...load,
        }),
      )
      .meta({ description: 'Whoever may have work, and whoever has some; by name.' }),
    weeks: z.array(z.strictObject({ from: civilDate.nullable(), cases: many, alarms: many })).meta({
      description: 'Open cases by the Monday of the week in which they are due; null: no date binds.',
    }),
  })
  .meta({ id: 'Workload' });
export type WorkloadView = z.infer<typeof workload>;

export const calendarTried = z
  .strictObject({
    calendar: z.string(),
    changes: z.array(z.string()),
    casesInAll: many.meta({ description: 'Open cases whose dates may move.' }),
    cases: z
      .array(
        z.strictObject({
          ...{ id, reference, right: z.enum(caseRights), dueDate: civilDate.nullable() },
          dueDateAfter: civilDate.nullable().meta({
            description:
              'As the facts of now would give it; the same as `dueDate` where only another date of the case moves.',
          }),
        }),
      )
      .meta({ description: 'The first 200 of them, by the date that binds today.' }),
  })
  .meta({ id: 'CalendarTried' });
export type CalendarTried = z.infer<typeof calendarTried>;

export const letterTemplates = z
  .strictObject({
    templates: z.array(
      z.strictObject({
        template: z.string(),
        language: z.string(),
        version: z.int().min(1),
        wording: z.string().meta({ description: 'SHA-256 of what it says, in hexadecimal.' }),
        review: z
          .strictObject({ reviewer: z.string(), on: z.string() })
          .nullable()
          .meta({ description: 'Null: nobody of the organisation has answered for this wording.' }),
      }),
    ),
  })
  .meta({ id: 'LetterTemplates' });
export type LetterTemplatesView = z.infer<typeof letterTemplates>;

export const settingStandings = ['set', 'default', 'secret', 'must-be-set', 'development-only'] as const;
export const settingsInForce = z
  .strictObject({
    settings: z.array(
      z.strictObject({
        name: z.string(),
        describes: z.string(),
        unit: z.string().nullable(),
        value: z.string().nullable().meta({ description: 'Null of a secret, and of what is not set.' }),
        standing: z.enum(settingStandings).meta({
          description:
            '`set`: otherwise than by default. `must-be-set`, `development-only`: a production would not start with it.',
        }),
      }),
    ),
  })
  .meta({ id: 'SettingsInForce' });
export type SettingsInForce = z.infer<typeof settingsInForce>;
