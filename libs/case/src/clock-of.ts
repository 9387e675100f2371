import {
  clock,
  isClockError,
  openCalendar,
  type Calendars,
  type ClockError,
  type ClockInput,
  type ClockResult,
} from '@duly/law';
import type { CaseFile, CaseOpening } from './case-file.js';
import { complaintClock, isComplaint } from './duties/complaint/acknowledged.js';
import { reopenedClock } from './responded-in-time.js';
import { clockInputOf } from './facts-of.js';

/** The calendar of a case, as law's `clock` and `explain` take it. */
export function calendarsOf({ calendar }: Pick<CaseOpening, 'calendar'>): Calendars {
  return new Map([[calendar.name, openCalendar(calendar)]]);
}

export interface CaseClock {
  readonly clock: ClockResult;
  /** The calendar ends before a date the case needs, so weekends alone were counted (R59). */
  readonly isProvisional: boolean;
}

/** A date that binds is missing, though the month runs: it lies beyond the calendar. */
function lacksDate(result: ClockResult): boolean {
  return result.state === 'RUNNING' && result.effectiveDueDate === null;
}

function byWeekendsOnly(input: ClockInput): ClockResult | ClockError {
  return clock({ ...input, calendar: 'none' });
}

/** What the law makes of the facts that stand, weekends alone counted where the calendar ends too soon. */
function askLaw(file: CaseFile): CaseClock | ClockError {
  const input = clockInputOf(file);
  const result = clock(input, file.calendars);
  const isBeyond = isClockError(result) ? result.error.code === 'CALENDAR_HORIZON' : lacksDate(result);
  if (!isBeyond) return isClockError(result) ? result : { clock: result, isProvisional: false };
  const provisional = byWeekendsOnly(input);
  if (isClockError(provisional)) return provisional;
  // Where weekends give no date either, none is owed: that is no lack of the calendar.
  return { clock: provisional, isProvisional: !lacksDate(provisional) };
}

/** A file never changes, so its clock is asked once; a case asks it a dozen times for every event. */
const answers = new WeakMap<CaseFile, CaseClock | ClockError>();

/** What the law makes of the case, or why the facts contradict each other. */
export function askClock(file: CaseFile): CaseClock | ClockError {
  const known = answers.get(file);
  if (known) return known;
  const answer = readClock(file);
  answers.set(file, answer);
  return answer;
}

function readClock(file: CaseFile): CaseClock | ClockError {
  const answer = askLaw(file);
  if ('error' in answer) return answer;
  const { clock: ofLaw } = answer;
  return { ...answer, clock: isComplaint(file) ? complaintClock(file, ofLaw) : reopenedClock(file, ofLaw) };
}

/** What the law makes of a case whose events were accepted. Facts that contradict each other are a fault of ours. */
export function clockOf(file: CaseFile): CaseClock {
  const answer = askClock(file);
  if ('error' in answer) throw new Error(`Case ${file.opening.caseId}: ${answer.error.message}`);
  return answer;
}
