import { addDays, addMonths, toDay, type CivilDate, type Day } from '@duly/law';
import type { Asked } from '../asks.js';
import type { CaseFile } from '../case-file.js';
import type { CaseSettings, HandlerReminder, Span } from '../case-settings.js';
import { workingDaysAfter, workingDaysBefore } from '../working-days.js';

/** How far a reminder lies from its date: working days by the case's calendar, or days and months as they come. */
export type Distance = { readonly workingDays: number } | Partial<Span>;

/** What happens while the person is awaited (R24). */
export interface AskSchedule {
  /** After the ask was given, or what came for it did not suffice; each at most once. */
  readonly remindAfter: readonly Distance[];
  /** The person is warned so long before the end of their time to reply, and has at least so long after the warning. */
  readonly warnBefore: Distance;
  /** How long they have to reply. What a letter has told somebody is never made shorter or longer by a new schedule. */
  readonly abandonAfter: Distance;
}

/** When whom is reminded of what, in the cases of one right. It travels with a case and changes under it only by an Update. */
export interface ReminderSchedule {
  /** As the register counts the schedules of the right, 1 and up; 0: what the organisation's settings say. */
  readonly version: number;
  /** Before the day to plan by (R30). */
  readonly handler: readonly Distance[];
  readonly requester: Readonly<Record<Asked, AskSchedule>>;
  /** After an alarm that nobody has withdrawn; the alarm itself always goes out, at its own moment (R11). */
  readonly manager: readonly Distance[];
  /** After a source of data was asked for what it holds and has not answered. */
  readonly source: readonly Distance[];
}

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
