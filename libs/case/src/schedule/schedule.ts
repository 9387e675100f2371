import { addDays, addMonths, toDay, type CivilDate, type Day } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { CaseSettings, HandlerReminder } from '../case-settings.js';
import { workingDaysAfter, workingDaysBefore } from '../working-days.js';
import type { AskSchedule, Distance, ReminderSchedule } from './reminder-schedule.js';

/** The source of data is asked again after so long, where no schedule says otherwise. */
const chase: readonly Distance[] = [{ workingDays: 5 }, { workingDays: 10 }];

const distanceOf = ({ count, unit }: HandlerReminder): Distance =>
  unit === 'day' ? { days: count } : { workingDays: count };

/** What the organisation's settings say, where nobody has put a schedule in their place. */
export function scheduleFrom(settings: CaseSettings): ReminderSchedule {
  const ask: AskSchedule = {
    remindAfter: [settings.remindRequesterAfter],
    warnBefore: { days: settings.abandonmentWarningDays },
    abandonAfter: settings.abandonAfter,
  };
  return {
    version: 0,
    handler: settings.handlerReminders.map(distanceOf),
    requester: { identity: ask, authority: ask, fee: ask, clarification: ask },
    manager: [],
    source: chase,
  };
}

const opened = ({ settings }: CaseFile['opening']): ReminderSchedule =>
  settings.schedule ?? scheduleFrom(settings);

/** The schedule in force: a new one stands for all further runs of the case. */
export function scheduleOf(file: CaseFile): ReminderSchedule {
  const changed = file.events.findLast(({ type }) => type === 'ScheduleChanged');
  return changed?.type === 'ScheduleChanged' ? changed.schedule : opened(file.opening);
}

/** The schedule that was in force when the event of this number happened: a letter told the person a date by it. */
export function scheduleAt(file: CaseFile, number: number): ReminderSchedule {
  const changes = file.events.filter(event => event.type === 'ScheduleChanged');
  const [first] = changes;
  return changes.findLast(change => change.number <= number)?.schedule ?? first?.was ?? opened(file.opening);
}

export function dayAfter(
  file: Pick<CaseFile, 'calendar' | 'calendars'>,
  date: CivilDate,
  distance: Distance,
): Day {
  const day = toDay(date);
  if ('workingDays' in distance) return workingDaysAfter(file, day, distance.workingDays);
  return addDays(addMonths(day, distance.months ?? 0), distance.days ?? 0);
}

export function dayBefore(file: CaseFile, date: CivilDate, distance: Distance): Day {
  const day = toDay(date);
  if ('workingDays' in distance) return workingDaysBefore(file, day, distance.workingDays);
  return addDays(addMonths(day, -(distance.months ?? 0)), -(distance.days ?? 0));
}
