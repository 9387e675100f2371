import { caseRights } from '@duly/case';
import { clockStates, rulesetIds } from '@duly/law';
import { z } from 'zod';
import { clockView } from './case-parts.js';
import { caseOutcomes, extensionStates } from './case-views.js';
import { deliveryTold } from './disclosing/deliveries.js';
import { caseReference, civilDate, eventNumber, id, instant, staffId } from './fields.js';
import { whole } from './queries.js';

export const asOfQuery = z
  .strictObject({
    on: civilDate.exactOptional().meta({
      description:
        'What was true at the end of this day, by the dates of what happened and all that is known today.',
    }),
    recordedAt: instant
      .exactOptional()
      .meta({ description: 'What was believed at this instant, by what had been recorded.' }),
  })
  .refine(({ on, recordedAt }) => (on === undefined) !== (recordedAt === undefined), {
    error: 'give either on or recordedAt',
  });
export type AsOfQuery = z.infer<typeof asOfQuery>;

const happened = z.strictObject({
  number: eventNumber,
  type: z.string(),
  on: civilDate,
  recordedAt: instant,
  by: z.string(),
  cite: z.string(),
});
export const asOfView = z
  .strictObject({
    id,
    reference: caseReference,
    on: civilDate.nullable(),
    recordedAt: instant.nullable(),
    version: eventNumber,
    run: eventNumber,
    right: z.enum(caseRights),
    state: z.enum(clockStates),
    receivedOn: civilDate,
    outcome: z.enum(caseOutcomes).nullable(),
    closedOn: civilDate.nullable(),
    inTime: z.boolean().nullable(),
    dueDate: civilDate.nullable(),
    planBy: civilDate.nullable(),
    extension: z.enum(extensionStates),
    ruleset: z.enum(rulesetIds),
    calendar: z.string(),
    calendarVersion: z.string().meta({ description: 'Of the public holidays that were known then.' }),
    clock: clockView,
    happened: z.array(happened),
  })
  .meta({ id: 'CaseAsOf' });
export type AsOfView = z.infer<typeof asOfView>;

const told = z.strictObject({
  number: eventNumber,
  on: civilDate,
  who: z.string().meta({ description: 'The name of a member of staff, or what acted by itself.' }),
  what: z.string(),
  why: z.array(z.string()).meta({ description: 'Words that were given for it; gone once they are erased.' }),
  rule: z.string(),
  letters: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      to: z.string(),
      state: z.string(),
      on: civilDate.nullable(),
    }),
  ),
});
export const storyView = z
  .strictObject({
    id,
    reference: caseReference,
    isErased: z.boolean(),
    told: z.array(told),
    deliveries: z
      .array(deliveryTold.omit({ by: true }).extend({ who: told.shape.who }))
      .meta({ description: 'What became of each copy that was sent, in order.' }),
    text: z.string().meta({ description: 'The same in plain words, one paragraph for each step.' }),
  })
  .meta({
    id: 'CaseStory',
    description: 'Who did what, why, by which rule, and with which letter, in order.',
  });
export type StoryView = z.infer<typeof storyView>;

const dates = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));
const difference = z.strictObject({
  what: z.string(),
  told: z.union([z.string(), z.boolean(), z.null()]),
  today: z.union([z.string(), z.boolean(), z.null()]),
});
const judged = z.strictObject({
  ruleset: z.enum(rulesetIds),
  calendarVersion: z.string(),
  dates: dates.nullable().meta({ description: 'Null where this law cannot judge such a case.' }),
  why: z.string().nullable(),
  differences: z.array(difference),
});
export const retoldView = z
  .strictObject({
    id,
    reference: caseReference,
    told: z.strictObject({ ruleset: z.enum(rulesetIds), calendarVersion: z.string(), dates }),
    ownLaw: judged.meta({
      description: 'By the ruleset of the day of receipt, and the newest public holidays.',
    }),
    todaysLaw: judged.meta({
      description: 'By the ruleset of what is received today, and the newest public holidays.',
    }),
    notices: z.array(
      z.strictObject({
        event: eventNumber,
        kind: z.string(),
        on: civilDate,
        toldDueDate: civilDate.nullable(),
        todaysDueDate: civilDate.nullable(),
        isSame: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'CaseRetold',
    description: 'What the person was told, against what today’s rules would say of the same facts.',
  });
export type RetoldView = z.infer<typeof retoldView>;

export const sampleQuery = z.strictObject({
  size: whole(1, 1_000).exactOptional().meta({ description: 'How many; 40 without it.' }),
  seed: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, hyphens or underscores')
    .exactOptional()
    .meta({ description: 'The same seed over the same cases draws the same sample; a new one without it.' }),
  closedFrom: civilDate.exactOptional(),
  closedTo: civilDate.exactOptional(),
  right: z.enum(caseRights).exactOptional(),
  outcome: z.enum(caseOutcomes).exactOptional(),
  late: z.enum(['true', 'false']).exactOptional(),
});
export type SampleQuery = z.infer<typeof sampleQuery>;

const sampled = z.strictObject({
  id,
  reference: caseReference,
  right: z.enum(caseRights),
  receivedOn: civilDate,
  dueDate: civilDate.nullable(),
  closedOn: civilDate.nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
  inTime: z.boolean().nullable(),
  extension: z.enum(extensionStates),
  handler: staffId.nullable(),
  team: z.string().nullable(),
});
export type SampledCase = z.infer<typeof sampled>;
export const sampleView = z
  .strictObject({
    seed: z.string(),
    population: z.int().min(0).meta({ description: 'How many cases fit, of which these were drawn.' }),
    cases: z.array(sampled),
  })
  .meta({ id: 'Sample' });
export type SampleView = z.infer<typeof sampleView>;

export const sampleColumns: readonly string[] = Object.keys(sampled.shape);

/** A cell that a spreadsheet would run as a formula is shown as text instead (CWE-1236). */
const isFormula = /^[=+\-@\t\r]/u;
const mustBeQuoted = /[",\r\n]/u;

/** One cell of RFC 4180. */
export function csvCell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = isFormula.test(value) ? `'${value}` : value;
  return mustBeQuoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: a line of names, then a line for each case, CRLF after each. */
export function sampleCsv({ cases }: Pick<SampleView, 'cases'>): string {
  const rows = cases.map(one => Object.values(one));
  return [sampleColumns, ...rows].map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
