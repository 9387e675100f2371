import { caseRights, taskKinds, verbs } from '@duly/case';
import { z } from 'zod';
import { civilDate, eventNumber, id, instant, reference, staffId } from './fields.js';

/** Made from the ids of its case, run and event. */
export const taskIdPattern = /^[A-Za-z0-9.-]{1,120}$/;
export const taskId = z.string().regex(taskIdPattern, 'must be the id of a task');

/** A task as its case shows it. */
export const openTask = z
  .strictObject({
    id: taskId,
    kind: z.enum(taskKinds),
    about: eventNumber.meta({ description: 'The event it is about.' }),
    lastDay: civilDate.nullable().meta({
      description:
        'The last day on which doing it helps; of a letter to be posted, the day on which its notice can still be given.',
    }),
    openedAt: instant,
    handler: staffId.nullable(),
    team: z.string().nullable(),
    verbs: z.array(z.enum(verbs)).meta({ description: 'The commands that can complete it.' }),
  })
  .meta({ id: 'OpenTask' });
export type OpenTaskView = z.infer<typeof openTask>;

export const taskView = z
  .strictObject({
    ...openTask.shape,
    case: id,
    request: id,
    reference,
    right: z.enum(caseRights),
    dueDate: civilDate.nullable(),
    planBy: civilDate.nullable(),
    isLate: z.boolean(),
    hasAlarm: z.boolean().meta({ description: 'An alarm stands for its case, or it is the alarm.' }),
    actBy: civilDate.nullable().meta({
      description:
        'The day by which doing it helps: its own last day, else the one to work to, else the legal one.',
    }),
    claimedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskView>;

/** Names of the staff that a list names by id, so that one request is enough for a page. */
export const namesOfStaff = z
  .record(staffId, z.string())
  .meta({ description: 'The names of the staff who are named here, by their ids.' });

export const taskList = z
  .strictObject({
    tasks: z.array(taskView),
    names: namesOfStaff,
    next: z.string().nullable().meta({ description: 'Give it as `cursor` to read on; null at the end.' }),
  })
  .meta({ id: 'TaskList' });
export type TaskList = z.infer<typeof taskList>;
