import { caseRights, taskKinds } from '@duly/case';
import { z } from 'zod';
import { listedStates } from './case-views.js';
import { civilDate, id, lineOf, reference, staffId } from './fields.js';
import { letterId } from './case-parts.js';
import { taskId } from './task-views.js';

/** A whole number of an address, both bounds included. */
export const whole = (least: number, most: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`);

const yesOrNo = z
  .enum(['true', 'false'], 'must be true or false')
  .meta({ description: '`true` or `false`.' });

export const page = {
  limit: whole(1, 200).exactOptional().meta({ description: 'How many to give, 1 to 200; 50 without it.' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,300}$/, 'must be a cursor that a list gave as `next`')
    .exactOptional()
    .meta({ description: 'Where to read on: the `next` of the page before.' }),
};

export const idParams = z.strictObject({ id });
export const letterParams = z.strictObject({ id, letter: letterId });
export const taskParams = z.strictObject({ id: taskId });

/** `atLeast`: wait a bounded moment until the read shows this version of the case, else 503. */
export const readQuery = z.strictObject({
  atLeast: whole(1, 2_147_483_647)
    .exactOptional()
    .meta({ description: 'A version that the answer must have reached.' }),
});
export type ReadQuery = z.infer<typeof readQuery>;

export const dueWhen = ['past', 'week', 'month'] as const;

/** By what a list of cases is narrowed. Dates are inclusive on neither side: `dueBefore` the day, `dueAfter` the day. */
export const caseFilter = {
  state: z.enum(listedStates, `must be one of ${listedStates.join(', ')}`).exactOptional(),
  right: z.enum(caseRights, `must be one of ${caseRights.join(', ')}`).exactOptional(),
  dueBefore: civilDate.exactOptional(),
  dueAfter: civilDate.exactOptional(),
  due: z
    .enum(dueWhen, `must be one of ${dueWhen.join(', ')}`)
    .exactOptional()
    .meta({
      description: 'By today in London: before it, within seven days, or within thirty-one, today included.',
    }),
  handler: staffId.exactOptional(),
  team: lineOf(100).exactOptional(),
  unclaimed: z.literal('true', 'must be true').exactOptional().meta({ description: 'Of nobody yet.' }),
  alarm: yesOrNo.exactOptional(),
  source: yesOrNo.exactOptional().meta({ description: 'Whether a source has not answered yet.' }),
  reference: reference.exactOptional(),
  about: id.exactOptional().meta({ description: 'Complaints about this case.' }),
};

export const casesQuery = z.strictObject({ ...caseFilter, ...page });
export type CasesQuery = z.infer<typeof casesQuery>;

export const tasksQuery = z.strictObject({
  whose: z
    .enum(['mine', 'team', 'unclaimed', 'all'], 'must be one of mine, team, unclaimed, all')
    .exactOptional()
    .meta({ description: '`mine` without it: also those of people who are away and for whom you act.' }),
  kind: z.enum(taskKinds, `must be one of ${taskKinds.join(', ')}`).exactOptional(),
  case: id.exactOptional(),
  ...page,
});
export type TasksQuery = z.infer<typeof tasksQuery>;

export const staffQuery = z.strictObject({ team: lineOf(100).exactOptional(), ...page });
export type StaffQuery = z.infer<typeof staffQuery>;

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7E]{1,200}$/, 'must be 1 to 200 visible ASCII characters, new for each command')
    .meta({ description: 'The same key with the same body gives the same answer; with another body, 422.' }),
});
