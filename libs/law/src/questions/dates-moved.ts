import type { Calendars } from '../calendar/calendar.js';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { isClockError, type ClockError, type ClockErrorCode, type ClockResult } from '../clock/result.js';
import type { CivilDate } from '../dates/civil-date.js';

/** The fields of a result that are dates a person may have been told or may be working to. */
export const datedFields = [
  'dueDate',
  'extendedDueDate',
  'extensionNoticeBy',
  'conservativeExtensionNoticeBy',
  'effectiveDueDate',
  'conservativeDueDate',
  'fallbackDueDate',
  'planBy',
  'acknowledgeBy',
] as const satisfies readonly (keyof ClockResult)[];
export type DatedField = (typeof datedFields)[number];

/** One date that is not what it was. Null where there was, or is, none. */
export interface DateMoved {
  readonly field: DatedField;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly isEarlier: boolean;
}

export interface DatesMoved {
  readonly moved: readonly DateMoved[];
  /** A date that binds came nearer: raise an alarm; the later date once promised is only information (R20). */
  readonly isEarlier: boolean;
}

const binding: readonly DatedField[] = ['dueDate', 'effectiveDueDate', 'acknowledgeBy', 'extensionNoticeBy'];

const horizon: ClockErrorCode = 'CALENDAR_HORIZON';

export function movesBetween(before: ClockResult | undefined, after: ClockResult | undefined): DateMoved[] {
  return datedFields.flatMap(field => {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    if (from === to) return [];
    return [{ field, from, to, isEarlier: from !== null && to !== null && to < from }];
  });
}

/**
 * R20 — what a change of the calendars does to one case: every date, old → new, and whether one that binds moved EARLIER. A date past
 * the horizon of either counts as none. Answers the error of an input that is wrong under both.
 */
export function datesMoved(input: ClockInput, before: Calendars, after: Calendars): DatesMoved | ClockError {
  const [old, fresh] = [clock(input, before), clock(input, after)];
  if (isClockError(fresh) && fresh.error.code !== horizon) return fresh;
  const moved = movesBetween(isClockError(old) ? undefined : old, isClockError(fresh) ? undefined : fresh);
  return { moved, isEarlier: moved.some(({ field, isEarlier }) => isEarlier && binding.includes(field)) };
}
