import type { CaseFile, CaseOpening } from './case-file.js';
import { calendarsOf } from './clock-of.js';
import type { CaseEvent } from './events.js';
import { taskChangesOf } from './task-changes.js';

/** The case after one more event. Events are facts: none is refused. */
export function evolve(file: CaseFile, event: CaseEvent): CaseFile {
  const { opened, ended } = taskChangesOf(file, event);
  const isStillOpen = ({ taskId }: { taskId: string }): boolean =>
    !ended.some(task => task.taskId === taskId);
  return {
    ...file,
    events: [...file.events, event],
    openTasks: [...file.openTasks.filter(isStillOpen), ...opened],
  };
}

export function evolveAll(file: CaseFile, events: readonly CaseEvent[]): CaseFile {
  return events.reduce(evolve, file);
}

/** The case at the start of a run, with everything that the opening already tells. */
export function openCaseFile(opening: CaseOpening): CaseFile {
  return evolveAll({ opening, events: [], openTasks: [], calendars: calendarsOf(opening) }, opening.events);
}
