import type { TaskView } from '@duly/api-contract';
import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';

export interface Group {
  readonly when: 'late' | 'today' | 'week' | 'later';
  readonly rows: readonly { readonly task: TaskView; readonly until: CivilDate | null }[];
}

/** The day a task must be done by: its own last day, or else the one to work to, or the legal one. */
const lastDayOf = ({ lastDay, planBy, dueDate }: TaskView): CivilDate | null => lastDay ?? planBy ?? dueDate;

function whenOf(task: TaskView, today: CivilDate): Group['when'] {
  const until = lastDayOf(task);
  if (task.isLate || task.kind === 'alarm' || (until !== null && until < today)) return 'late';
  if (until === null) return 'later';
  if (until === today) return 'today';
  return until <= writeDay(addDays(toDay(today), 7)) ? 'week' : 'later';
}

/** The order of a day’s work: what is late before what is due, and within each the earliest first. Groups without a row are left out. */
export function byUrgency(tasks: readonly TaskView[], today: CivilDate): readonly Group[] {
  return (['late', 'today', 'week', 'later'] as const)
    .map(when => ({
      when,
      rows: tasks
        .filter(task => whenOf(task, today) === when)
        .map(task => ({ task, until: lastDayOf(task) }))
        .sort((one, other) => (one.until ?? '9999').localeCompare(other.until ?? '9999')),
    }))
    .filter(({ rows }) => rows.length > 0);
}
