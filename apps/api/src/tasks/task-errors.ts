import type { TaskKind, Verb } from '@duly/case';
import { ApiError } from '../problem/api-error.js';

export const noSuchTask = new ApiError('no-such-task', {
  detail: 'There is no task with this id.',
  remedy: 'Take the id from GET /v1/tasks, or from its case.',
});

export const taskEnded = new ApiError('task-ended', {
  detail: 'The task has ended already.',
  remedy: 'Read the case to see what ended it; there is nothing left to do for this task.',
});

/** @param name who holds it; null where nobody does, which stands against giving it back */
export const taskHeld = (name: string | null): ApiError =>
  name === null
    ? new ApiError('task-held', {
        detail: 'The task is in nobody’s hands.',
        remedy: 'Claim it first.',
      })
    : new ApiError('task-held', {
        detail: `The task is in the hands of ${name}.`,
        remedy: 'Take another task, or ask a manager to reassign this one.',
        heldBy: name,
      });

export const notWithThis = (kind: TaskKind, verbs: readonly Verb[]): ApiError =>
  new ApiError('not-valid', {
    detail: `verb: a task of the kind ${kind} is not completed by this command.`,
    remedy: `Complete it with ${verbs.join(' or ')}.`,
    errors: [{ field: 'verb', message: `must be one of ${verbs.join(', ')}` }],
  });
