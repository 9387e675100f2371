import { eventTypes, taskKinds, verbsCompleting, type Verb } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import { commandBodies } from './command-bodies.js';
import { eventNumber, id, staffId } from './fields.js';
import { problem } from './problem.js';

/** What a case answers to a command it has accepted. */
export const commandAnswer = z
  .strictObject({
    version: eventNumber,
    events: z.array(z.enum(eventTypes)).meta({ description: 'What the command caused, in order.' }),
    case: caseItem,
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

/** Every verb that can complete some task. */
export const completingVerbs = [
  ...new Set(taskKinds.flatMap(kind => verbsCompleting[kind])),
] as readonly Verb[];

const completing = <Name extends Verb>(verb: Name) => commandBodies[verb].extend({ verb: z.literal(verb) });

/** Completes a task by a command: its body, and its verb beside it. */
export const completeBody = z
  .discriminatedUnion(
    'verb',
    [
      completing('add-note'),
      completing('refuse'),
      completing('answer'),
      completing('judge-identity'),
      completing('approve'),
      completing('decline-approval'),
      completing('record-notice-given'),
      completing('abandon'),
      completing('promote'),
      completing('dismiss'),
      completing('extend-time'),
      completing('record-recipient-outcome'),
      completing('give-outcome'),
      completing('tell-progress'),
    ],
    { error: `verb: must be one of ${completingVerbs.join(', ')}` },
  )
  .meta({ id: 'CompleteTask' });
export type CompleteBody = z.infer<typeof completeBody>;
