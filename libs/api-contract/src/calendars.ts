import { z } from 'zod';
import { civilDate, instant, lineOf, staffId } from './fields.js';

export const calendarParams = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,59}$/, 'must be the name of a calendar, such as england-and-wales')
    .meta({ description: 'The name of a calendar.' }),
});

const citation = lineOf(300).meta({ description: 'The proclamation or statute it rests on.' });

/** A new state of knowledge about one calendar; nothing that is known is ever deleted (R59). */
export const calendarImport = z
  .strictObject({
    feed: z
      .record(z.string(), z.unknown(), 'must be the JSON of https://www.gov.uk/bank-holidays.json')
      .exactOptional()
      .meta({
        description: 'The whole of https://www.gov.uk/bank-holidays.json; the division of this name is read.',
      }),
    keepsWhatIsMissing: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Yes: keep the holidays that the feed has dropped, and take in the rest.' }),
    add: z
      .array(z.strictObject({ date: civilDate, title: lineOf(200), citation }))
      .max(50, 'must be at most 50')
      .exactOptional()
      .meta({ description: 'Holidays entered before the feed has them.' }),
    withdraw: z
      .array(z.strictObject({ date: civilDate, citation }))
      .max(50, 'must be at most 50')
      .exactOptional()
      .meta({ description: 'Holidays that are none any more; they are kept, and marked so.' }),
  })
  .refine(
    ({ feed, add, withdraw }) => Boolean(feed ?? add ?? withdraw),
    'must hold a feed, or holidays to add or to withdraw',
  )
  .meta({ id: 'CalendarImport' });
export type CalendarImport = z.infer<typeof calendarImport>;

const many = z.int().min(0);

export const calendarImported = z
  .strictObject({
    calendar: z.string(),
    version: z.string(),
    isNew: z.boolean().meta({ description: 'No where everything was known already.' }),
    changes: z.array(z.string()),
    casesToTell: many.meta({ description: 'Open cases whose dates move; each is told by itself.' }),
  })
  .meta({ id: 'CalendarImported' });
export type CalendarImported = z.infer<typeof calendarImported>;

export const calendarView = z
  .strictObject({
    calendar: z.string(),
    versions: z.array(
      z.strictObject({
        version: z.string(),
        importedAt: instant,
        importedBy: staffId,
        covers: z.strictObject({ from: civilDate, to: civilDate }).nullable(),
        changes: z.array(z.string()),
        cases: z
          .strictObject({ waiting: many, moved: many, unmoved: many, closed: many })
          .meta({ description: 'What became of the open cases that it concerned.' }),
      }),
    ),
  })
  .meta({ id: 'Calendar' });
export type CalendarView = z.infer<typeof calendarView>;
