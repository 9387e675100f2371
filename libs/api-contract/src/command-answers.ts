import { eventTypes, taskKinds, verbsCompleting, type Verb } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import { commandBodies } from './command-bodies.js';
import { eventNumber, id, staffId } from './fields.js';
import { posted } from './posted-notices.js';
import { problem } from './problem.js';
import { taskId } from './task-views.js';

/** What a case answers to a command it has accepted. */
export const commandAnswer = z
  .strictObject({
    version: eventNumber,
    events: z.array(z.enum(eventTypes)).meta({ description: 'What the command caused, in order.' }),
    case: caseItem,
    posted,
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswerBody = z.infer<typeof commandAnswer>;

/** `waiting`: the case is told a little later, by itself; `closed`: it was passed over. */
export const caseOutcomesOfCommand = ['accepted', 'refused', 'closed', 'waiting'] as const;

/** What each case of the request made of a command given to the request. */
export const requestCommandAnswer = z
  .array(
    z.strictObject({
      case: id,
      version: eventNumber.nullable(),
      outcome: z.enum(caseOutcomesOfCommand),
      problem: problem.exactOptional(),
    }),
  )
  .meta({ id: 'RequestCommandAnswer' });
export type RequestCommandAnswer = z.infer<typeof requestCommandAnswer>;

/** A claim or a release says nothing more. */
export const emptyBody = z.strictObject({}).meta({ id: 'Nothing', description: 'An empty object.' });

export const reassignBody = z.strictObject({ handler: staffId }).meta({ id: 'Reassign' });
export type ReassignBody = z.infer<typeof reassignBody>;

/** Many tasks to one person; each is given on its own, and one that has ended stands in nobody's way. */
export const reassignManyBody = z
  .strictObject({
    tasks: z
      .array(taskId)
      .min(1, 'must name a task at least')
      .max(200, 'must name 200 tasks at most')
      .meta({ description: 'Ids of tasks, 1 to 200.' }),
    handler: staffId,
  })
  .meta({ id: 'ReassignMany' });
export type ReassignManyBody = z.infer<typeof reassignManyBody>;

export const reassignedMany = z
  .strictObject({
    tasks: z.array(
      z.strictObject({
        id: taskId,
        outcome: z
          .enum(['given', 'ended', 'no-such-task'])
          .meta({ description: '`given`, or why it was not: it has ended meanwhile, or there is none.' }),
      }),
    ),
  })
  .meta({ id: 'ReassignedMany' });
export type ReassignedMany = z.infer<typeof reassignedMany>;

/** Every verb that can complete some task. */
export const completingVerbs = [
  ...new Set(taskKinds.flatMap(kind => verbsCompleting[kind])),
] as readonly Verb[];

/** Completes a task by a command: its body, and its verb beside it. */
export const completeBody = z
  .discriminatedUnion(
    'verb',
    [
      commandBodies['add-note'].extend({ verb: z.literal('add-note') }),
      commandBodies.refuse.extend({ verb: z.literal('refuse') }),
      commandBodies.answer.extend({ verb: z.literal('answer') }),
      commandBodies['judge-identity'].extend({ verb: z.literal('judge-identity') }),
      commandBodies.approve.extend({ verb: z.literal('approve') }),
      commandBodies['decline-approval'].extend({ verb: z.literal('decline-approval') }),
      commandBodies['record-notice-given'].extend({ verb: z.literal('record-notice-given') }),
      commandBodies.abandon.extend({ verb: z.literal('abandon') }),
      commandBodies.promote.extend({ verb: z.literal('promote') }),
      commandBodies.dismiss.extend({ verb: z.literal('dismiss') }),
      commandBodies['extend-time'].extend({ verb: z.literal('extend-time') }),
      commandBodies['record-recipient-outcome'].extend({ verb: z.literal('record-recipient-outcome') }),
      commandBodies['give-outcome'].extend({ verb: z.literal('give-outcome') }),
      commandBodies['tell-progress'].extend({ verb: z.literal('tell-progress') }),
    ],
    { error: `verb: must be one of ${completingVerbs.join(', ')}` },
  )
  .meta({ id: 'CompleteTask' });
export type CompleteBody = z.infer<typeof completeBody>;
