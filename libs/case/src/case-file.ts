import type { Calendar, Calendars, CivilDate, ClockState, RulesetId } from '@duly/law';
import type { CaseSettings } from './case-settings.js';
import type { DutyName } from './duties/duty-names.js';
import type { CaseEvent } from './events.js';
import type { CaseId, CaseRight, Channel, RefusalGround, RequestId } from './names.js';
import type { OpenTask } from './tasks.js';

/** All that a run of a case starts from: the input of its workflow. The events are accepted facts and are never refused. */
export interface CaseOpening {
  readonly caseId: CaseId;
  readonly requestId: RequestId;
  /** `DR-2026-000123-1`; never derived from a person. */
  readonly reference: string;
  /** 1 for the first run, one more each time the case is reopened. */
  readonly run: number;
  /**
   * The first run: `RequestReceived`. A later one: every event so far, then `CaseReopened`; or `TakenUpAfterClosing` and what the command
   * caused, where the case stays closed.
   */
  readonly events: readonly CaseEvent[];
  /** The public holidays the case is judged by until an event `CalendarChanged` of this run brings others. */
  readonly calendar: Calendar;
  readonly settings: CaseSettings;
  /** The call that began a later run: the same call again begins none. Absent of a first run, and of one that began before this was kept. */
  readonly begunBy?: string;
}

/** The case as it stands: its opening, what has happened since, and what people must do. */
export interface CaseFile {
  readonly opening: CaseOpening;
  /** Over all runs, in the order of their numbers. */
  readonly events: readonly CaseEvent[];
  readonly openTasks: readonly OpenTask[];
  /** The public holidays that the case is judged by now: its opening's, or those of the last change. */
  readonly calendar: Calendar;
  /** The same, made ready for counting. */
  readonly calendars: Calendars;
}

export type CaseOutcome =
  | 'answered'
  | 'partly-answered'
  | 'refused'
  | 'withdrawn'
  | 'abandoned'
  | 'reclassified'
  | 'not-identified'
  | 'died'
  | 'dismissed'
  | 'concluded';

export type ExtensionState = 'none' | 'decided' | 'in-force' | 'fell-away' | 'removed';

/** The register's row of a case. All dates are civil dates in Europe/London; null where there is none. */
export interface CaseSummary {
  readonly caseId: CaseId;
  readonly requestId: RequestId;
  readonly reference: string;
  readonly run: number;
  /** The number of the last event. */
  readonly version: number;
  readonly right: CaseRight;
  readonly channel: Channel;
  readonly receivedOn: CivilDate;
  readonly ruleset: RulesetId;
  readonly state: ClockState;
  readonly outcome: CaseOutcome | null;
  readonly closedOn: CivilDate | null;
  /** Null while nothing was answered or refused. */
  readonly inTime: boolean | null;
  /** Day of the relevant time (Art 12A(2)). */
  readonly relevantDate: CivilDate | null;
  /** The legal date that binds now: extended where an extension is in force. */
  readonly dueDate: CivilDate | null;
  /** The date without an extension. */
  readonly unextendedDueDate: CivilDate | null;
  readonly extendedDueDate: CivilDate | null;
  readonly conservativeDueDate: CivilDate | null;
  readonly fallbackDueDate: CivilDate | null;
  /** The date to work to; the earlier of what may bind. */
  readonly planBy: CivilDate | null;
  readonly extensionNoticeBy: CivilDate | null;
  /** The same before it moved to a working day. */
  readonly conservativeExtensionNoticeBy: CivilDate | null;
  readonly extension: ExtensionState;
  readonly promisedDate: CivilDate | null;
  /** The calendar ends before a date the case needs: the dates are computed by weekends only. */
  readonly isProvisional: boolean;
  readonly calendar: string;
  readonly calendarVersion: string;
  readonly calendarTo: CivilDate | null;
  /** The case has been reported as due soon for its present date to plan by. */
  readonly isDueSoon: boolean;
  /** The date for which an alarm stands. */
  readonly alarmFor: CivilDate | null;
  /** R25: identity was asked for so late that the month may not wait for it. */
  readonly isIdentityAskedLate: boolean;
  /** What the right still wants on record before it is answered. */
  readonly owes: readonly DutyName[];
  /** Why there is no due date, in words. */
  readonly reason: string | null;
  /** Held as one that may be no request, and never promoted to one (R46). */
  readonly isEnquiry: boolean;
  /** R32: the organisation's own target; never the legal date. */
  readonly targetDate: CivilDate;
  /** Civil days for which the month stood still, once every pause has ended; null while one is open, or the month has not begun. */
  readonly excludedDays: number | null;
  /** Civil days of the month that were counted before the pause that is open; null where none is. */
  readonly countedDays: number | null;
  /** Of the refusals whose notice was given since the case was opened or last reopened; the outcome says whether wholly. */
  readonly refusedFor: readonly RefusalGround[];
  /** R33: the last day on which anything was done in it; null while it is closed, or waits for the person. */
  readonly idleSince: CivilDate | null;
  /** R33: the longest stretch so far in which nothing was done, though the case was open and waited for nobody but us; civil days. */
  readonly longestIdleDays: number;
}
