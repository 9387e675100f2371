import type { TaskView } from '@duly/api-contract';
import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';

export const sections = ['alarm', 'today', 'week', 'later'] as const;

export interface Section {
  readonly when: (typeof sections)[number];
  /** In the order in which the API gives them: the most urgent first. */
  readonly tasks: readonly TaskView[];
}

function whenOf({ isLate, hasAlarm, actBy }: TaskView, today: CivilDate): Section['when'] {
  if (isLate || hasAlarm || (actBy !== null && actBy < today)) return 'alarm';
  if (actBy === null) return 'later';
  if (actBy === today) return 'today';
  return actBy <= writeDay(addDays(toDay(today), 7)) ? 'week' : 'later';
}

/** A page of work in its sections; those without a row are left out. */
export function byUrgency(tasks: readonly TaskView[], today: CivilDate): readonly Section[] {
  return sections
    .map(when => ({ when, tasks: tasks.filter(task => whenOf(task, today) === when) }))
    .filter(section => section.tasks.length > 0);
}
