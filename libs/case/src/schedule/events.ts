import type { CivilDate } from '@duly/law';
import type { StaffId } from '../names.js';
import type { ReminderSchedule } from './reminder-schedule.js';

/** Who is reminded of what. `planned`: the day that a schedule names, absent where the settings alone did. */
export type Reminded =
  | { readonly to: 'handler'; readonly forDate: CivilDate; readonly daysBefore: number }
  | { readonly to: 'requester'; readonly ask: number; readonly planned?: CivilDate }
  /** The alarm that still stands, by its number. */
  | {
      readonly to: 'manager';
      readonly forDate: CivilDate;
      readonly alarm: number;
      readonly planned: CivilDate;
    };

/** What a new schedule of reminders does to an open case: old and new stand in its history. */
export interface ScheduleEvents {
  ScheduleChanged: {
    readonly was: ReminderSchedule;
    readonly schedule: ReminderSchedule;
    readonly changedBy: StaffId;
  };
}

export const scheduleEvents: Readonly<Record<keyof ScheduleEvents, true>> = { ScheduleChanged: true };
