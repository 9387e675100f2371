import type { CaseFile, CaseOpening } from './case-file.js';
import { calendarsOf } from './clock-of.js';
import type { CaseEvent } from './events.js';
import { taskChangesOf } from './task-changes.js';
import type { TaskChanges } from './tasks.js';

/** A change in an earlier run is in the calendar that the present run was opened with. */
function calendarBy({ opening }: CaseFile, event: CaseEvent): Partial<CaseFile> {
  if (event.type !== 'CalendarChanged' || event.run !== opening.run) return {};
  const { calendar } = event;
  return { calendar, calendars: calendarsOf({ calendar }) };
}

/** The case after one more event. Events are facts: none is refused. */
export function evolve(file: CaseFile, event: CaseEvent): CaseFile {
  return evolveWith(file, event, taskChangesOf(file, event));
}

/** The same, where what the event opens and ends is known already ({@link taskChangesOf}). */
export function evolveWith(file: CaseFile, event: CaseEvent, { opened, ended }: TaskChanges): CaseFile {
  const isStillOpen = ({ taskId }: { taskId: string }): boolean =>
    !ended.some(task => task.taskId === taskId);
  return {
    ...file,
    events: [...file.events, event],
    openTasks: [...file.openTasks.filter(isStillOpen), ...opened],
    ...calendarBy(file, event),
  };
}

export function evolveAll(file: CaseFile, events: readonly CaseEvent[]): CaseFile {
  return events.reduce(evolve, file);
}

/** The case at the start of a run, with everything that the opening already tells. */
export function openCaseFile(opening: CaseOpening): CaseFile {
  const { calendar } = opening;
  const empty = { opening, events: [], openTasks: [], calendar, calendars: calendarsOf(opening) };
  return evolveAll(empty, opening.events);
}
