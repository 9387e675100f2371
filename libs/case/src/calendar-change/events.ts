import type { Calendar, CivilDate } from '@duly/law';

/** One date of the case that is not what it was; null where there was, or is, none. */
export interface DateChanged {
  /** As the register's row names it: `dueDate`, `planBy`, … */
  readonly date: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** What a change of the public holidays does to a case (R20). */
export interface CalendarEvents {
  CalendarChanged: {
    /** The version by which the case was judged before. */
    readonly from: string;
    /** The public holidays by which it is judged from now on. */
    readonly calendar: Calendar;
    readonly moved: readonly DateChanged[];
  };
}

export const calendarEvents: Readonly<Record<keyof CalendarEvents, true>> = { CalendarChanged: true };
