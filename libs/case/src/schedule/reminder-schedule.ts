import type { Asked } from '../names.js';
import type { Span } from '../spans.js';

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
