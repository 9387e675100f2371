import type { Policy } from '@duly/law';
import type { Currency } from './names.js';
import type { ParticularName } from './duties/particulars/particular-names.js';
import type { ReminderSchedule } from './schedule/reminder-schedule.js';
import type { Span } from './spans.js';

/** A reminder to the handler, so long before the date to plan by. */
export interface HandlerReminder {
  readonly count: number;
  readonly unit: 'working-day' | 'day';
}

/** The steps that a second person may have to approve; all off by default. */
export interface ApprovalSwitches {
  readonly refusals: boolean;
  readonly fees: boolean;
  readonly extensions: boolean;
  readonly exemptions: boolean;
  /** Answers: what is disclosed. */
  readonly disclosures: boolean;
}

/** What a fee may be, as the organisation has set it (R23). */
export interface FeeTerms {
  readonly currency: Currency;
  /** The most that is asked of anybody, in minor units. */
  readonly ceiling: number;
}

/** The choices of the organisation by which one case lives. They travel with its start; under it only the schedule changes, by an Update. */
export interface CaseSettings {
  /** The doubtful points of the law; what is left out keeps the default of `@duly/law`. */
  readonly policy: Partial<Policy>;
  /** Alarms and reminders are spread over so many seconds after their moment, each case at its own place; 0 to 3600. */
  readonly alarmWindowSeconds: number;
  readonly handlerReminders: readonly HandlerReminder[];
  /** A schedule that an administrator has put in the place of what these settings say; absent where nobody has. */
  readonly schedule?: ReminderSchedule;
  /** The case counts as due soon from so long before the date to plan by. */
  readonly dueSoonBefore: Span;
  /** The requester is reminded so long after an ask that is not answered (R24). */
  readonly remindRequesterAfter: Span;
  /** A person may close a case whose ask is not answered so long after it was given (R24). */
  readonly abandonAfter: Span;
  /** The requester is warned so many days before that, and has at least so many to reply. */
  readonly abandonmentWarningDays: number;
  /** Whether an enquiry is a request is to be decided so long after its receipt; absent of a case that began before this was a choice. */
  readonly enquiryAfter?: Span;
  readonly approvals: ApprovalSwitches;
  /** `required`: an answer says why where a duty of the right is not on record; `advised`: the case only shows it. */
  readonly duties: 'required' | 'advised';
  /** A fee or refusal under Art 12(5) needs an assessment on record (R49); cases opened before this was so are without. */
  readonly assessments?: 'required';
  /** A refusal needs what its ground rests on (R31, R36–R44); cases opened before this was so are without. */
  readonly groundsOnRecord?: 'required';
  readonly fees?: FeeTerms;
  /** A step that waits for approval so long before its cut-off goes to the manager. */
  readonly approvalNear?: Span;
  /** The handler of a complaint is reminded when nothing was told for so long (R52). */
  readonly complaintProgressEvery?: Span;
  /**
   * After so many working days the handler is reminded of a recipient who was not told, and after as many again the manager (Art 19); 1 to
   * 60. Absent in a case that began before there were such reminders: it has none.
   */
  readonly tellRecipientsWithin?: number;
  /** A notice that is posted counts so many working days after posting, 0 to 5; absent: on the day of posting (R13). */
  readonly postedCountsAfter?: number;
  /** What the organisation's settings say in every access answer (Art 15(1)); absent in a case that began before they could. */
  readonly sharedParticulars?: readonly ParticularName[];
}

export const defaultCaseSettings: Required<Omit<CaseSettings, 'schedule'>> = {
  policy: {},
  alarmWindowSeconds: 300,
  handlerReminders: [
    { count: 10, unit: 'working-day' },
    { count: 5, unit: 'working-day' },
    { count: 2, unit: 'working-day' },
    { count: 1, unit: 'day' },
  ],
  dueSoonBefore: { months: 0, days: 7 },
  remindRequesterAfter: { months: 0, days: 14 },
  abandonAfter: { months: 1, days: 0 },
  abandonmentWarningDays: 7,
  enquiryAfter: { months: 0, days: 5 },
  approvals: { refusals: false, fees: false, extensions: false, exemptions: false, disclosures: false },
  duties: 'advised',
  assessments: 'required',
  groundsOnRecord: 'required',
  fees: { currency: 'GBP', ceiling: 1_000_000 },
  approvalNear: { months: 0, days: 3 },
  complaintProgressEvery: { months: 0, days: 28 },
  tellRecipientsWithin: 10,
  postedCountsAfter: 0,
  sharedParticulars: [],
};
