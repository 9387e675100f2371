import type { Calendars } from '../calendar/calendar.js';
import { ukCalendars } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { isClockError, type ClockError, type ClockResult } from '../clock/result.js';

/** The answer under one of several arguable calendars. */
export interface UnderCalendar {
  readonly calendar: string;
  readonly result: ClockResult;
}

export interface EarliestUnder extends UnderCalendar {
  /** The others, in the order in which they were named. */
  readonly others: readonly UnderCalendar[];
}

const bindsOn = ({ result }: UnderCalendar): string => result.effectiveDueDate ?? '9999';

/**
 * R18 — where the establishment that must respond is not certain (D-3), the calendar that gives the earliest effective due date; the first
 * named where they agree, or where none gives a date. The input's own calendar is one of the candidates only when it is named.
 * A calendar that answers with an error makes the whole question unanswerable: its date might have been the earliest.
 */
export function earliestUnder(
  input: ClockInput,
  calendarNames: readonly [string, ...string[]],
  calendars: Calendars = ukCalendars,
): EarliestUnder | ClockError {
  const candidates: UnderCalendar[] = [];
  for (const calendar of calendarNames) {
    const result = clock({ ...input, calendar }, calendars);
    if (isClockError(result)) return result;
    candidates.push({ calendar, result });
  }
  const earliest = candidates.reduce((first, next) => (bindsOn(next) < bindsOn(first) ? next : first));
  return { ...earliest, others: candidates.filter(candidate => candidate !== earliest) };
}
