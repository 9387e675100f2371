import type { OpenTaskView, TaskView } from '@duly/api-contract';
import { verbsCompleting } from '@duly/case';
import type { Task } from '@duly/register';

/** A task as its case shows it. */
export function openTaskView({
  taskId: id,
  kind,
  about,
  lastDay,
  openedAt,
  handler,
  team,
}: Task): OpenTaskView {
  return { id, kind, about, lastDay, openedAt, handler, team, verbs: [...verbsCompleting[kind]] };
}

/** A task with what one wants to know of its case. */
export function taskView(task: Task): TaskView {
  const {
    caseId,
    requestId,
    reference,
    right,
    dueDate,
    planBy,
    isLate,
    hasAlarm,
    actBy,
    claimedAt,
    endedAt,
  } = task;
  return {
    ...openTaskView(task),
    case: caseId,
    request: requestId,
    reference,
    right,
    dueDate,
    planBy,
    isLate,
    hasAlarm,
    actBy,
    claimedAt,
    endedAt,
  };
}
