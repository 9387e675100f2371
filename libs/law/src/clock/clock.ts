import { ukCalendars } from '../calendar/uk-calendars.js';
import { horizonOf, type Calendars } from '../calendar/calendar.js';
import { firstDay, lastDay, writeDay, type CivilDate, type Day } from '../dates/civil-date.js';
import { listed, nobody, type Listener } from '../explain/step.js';
import { tellCaveats, unknownCalendar } from '../explain/caveats.js';
import { tellAcknowledgement, tellClosing, tellStop } from '../explain/tell-outcome.js';
import type { Duty } from '../rulesets/ruleset.js';
import { closingOf, inTime, stateOf } from './closing.js';
import { datesUnder, fallbackDue } from './dates.js';
import type { Dates, Due } from './due.js';
import { bindingCutOff } from './extension.js';
import type { ClockCase } from './facts.js';
import type { ClockInput } from './input.js';
import { countedDaysBefore, excludedDaysBetween } from './pause.js';
import { dueDay, lengthFrom, type BeyondCalendar, type Suspended } from './period.js';
import { conservativeDates, planBy } from './plan.js';
import { idOf, readInput } from './read-input.js';
import type { ClockError, ClockResult, DueDate, UnrolledDate } from './result.js';
import { clockError, WrongInput } from './wrong-input.js';

const written = (due: Due | null): DueDate | null =>
  typeof due === 'number' ? (writeDay(due) as DueDate) : null;

const writtenDay = (day: Day | Suspended | BeyondCalendar | undefined): CivilDate | null =>
  typeof day === 'number' ? writeDay(day) : null;

/** Days of the period that binds, counted before and still to count after an outstanding clarification (R29). */
function whilePaused(dates: Dates, duty: Duty): Pick<ClockResult, 'countedDays' | 'remainingDays'> {
  const { start, standing, counting } = dates;
  const isOpen = counting.pauses.some(({ to }) => to === Infinity);
  if (start === undefined || !isOpen) return { countedDays: null, remainingDays: null };
  const length = lengthFrom(
    start,
    standing.extension && duty.extension ? duty.extension.within : duty.answerWithin,
  );
  const countedDays = Math.min(countedDaysBefore(counting.pauses, start), length);
  return { countedDays, remainingDays: length - countedDays };
}

/** Why dates are missing, and what the reader must know of those that are given; null where there is nothing to say. */
function reasonOf(clockCase: ClockCase, dates: Readonly<Record<string, Due | null>>): string | null {
  const { effectiveDueDate } = dates;
  const reasons: string[] = [];
  if (effectiveDueDate === 'not begun') {
    reasons.push('The period has not begun: what was asked for has not arrived (R24).');
  }
  if (effectiveDueDate === 'suspended') {
    reasons.push('A clarification is awaited, so time stands still and there is no due date (R29).');
  }
  const beyond = Object.keys(dates).filter(field => dates[field] === 'beyond calendar');
  if (beyond.length > 0) reasons.push(beyondCalendar(beyond, clockCase));
  const caveat = unknownCalendar(clockCase);
  if (caveat !== undefined) reasons.push(caveat);
  return reasons.length === 0 ? null : reasons.join(' ');
}

/** R59 — a date past the end of what is known of public holidays is not given. */
function beyondCalendar(fields: readonly string[], { calendar, asOf }: ClockCase): string {
  const ends = writeDay(Math.min(horizonOf(calendar, asOf), lastDay) as Day);
  const lie = fields.length === 1 ? 'lies' : 'lie';
  return `${listed(fields)} ${lie} outside the calendar ${calendar.name}, which ends on ${ends} (R59).`;
}

function refuseBeyondCalendar(clockCase: ClockCase, due: Due): void {
  if (due !== 'beyond calendar') return;
  const { calendar, asOf } = clockCase;
  const from = writeDay(Math.max(calendar.from, firstDay) as Day);
  const to = writeDay(Math.min(horizonOf(calendar, asOf), lastDay) as Day);
  throw new WrongInput(
    'CALENDAR_HORIZON',
    'dueDate',
    `The due date lies outside the calendar ${calendar.name}, which covers ${from} to ${to} (R59).`,
    'Import the public holidays of that time, then ask again: a date without them would be a guess.',
  );
}

function noDutyResult(clockCase: ClockCase): ClockResult {
  return {
    id: clockCase.id,
    ruleset: clockCase.ruleset.id,
    relevantDate: null,
    dueDate: null,
    extendedDueDate: null,
    extensionNoticeBy: null,
    conservativeExtensionNoticeBy: null,
    effectiveDueDate: null,
    conservativeDueDate: null,
    fallbackDueDate: null,
    planBy: null,
    excludedDays: null,
    countedDays: null,
    remainingDays: null,
    state: stateOf(closingOf(clockCase.facts), [], false),
    inTime: null,
    extensionValid: null,
    acknowledgeBy: null,
    stopProcessing: null,
    refusable: null,
    reason: clockCase.noDuty ?? null,
  };
}

/** R50 — receipt is to be confirmed within a period from receipt that nothing pauses or moves. */
function acknowledgeBy({ calendar, asOf, facts }: ClockCase, duty: Duty): Due | null {
  if (!duty.acknowledgeWithin) return null;
  return dueDay(facts.receipt, duty.acknowledgeWithin, { calendar, asOf, roll: duty.roll, pauses: [] });
}

/** Whether what was done came in time, by when receipt is to be confirmed, and what must stop at once. */
function outcomeOf(
  clockCase: ClockCase,
  duty: Duty,
  { standing, counting, effectiveDue }: Dates,
  acknowledge: Due | null,
  listener: Listener,
): Pick<ClockResult, 'state' | 'inTime' | 'acknowledgeBy' | 'stopProcessing'> {
  const { facts } = clockCase;
  const closing = closingOf(facts);
  const isInTime = inTime(closing, effectiveDue);
  tellAcknowledgement(acknowledge, facts.receipt, duty, listener);
  tellStop(facts.receipt, duty, listener);
  tellClosing(closing, effectiveDue, isInTime, duty, listener);
  const isPaused = counting.pauses.some(({ to }) => to === Infinity);
  return {
    state: stateOf(closing, standing.asks, isPaused),
    inTime: isInTime,
    acknowledgeBy: written(acknowledge),
    stopProcessing: duty.stopsAtOnce ? writeDay(facts.receipt) : null,
  };
}

/** Days of a pause up to the date that binds; null where the law knows no rolling and no pause, so nothing could be excluded. */
function excludedDays({ start, counting, effectiveDue }: Dates, duty: Duty): number | null {
  if (start === undefined || typeof effectiveDue !== 'number' || duty.roll === 'none_stated') return null;
  return excludedDaysBetween(counting.pauses, start, effectiveDue);
}

/** What the law makes of a case whose input has been read. @throws WrongInput where the due date lies outside the calendar. */
export function judgeCase(clockCase: ClockCase, listener: Listener): ClockResult {
  const { duty, policy, facts } = clockCase;
  tellCaveats(clockCase, listener);
  if (!duty) return noDutyResult(clockCase);
  const dates = datesUnder(clockCase, duty, policy, listener);
  refuseBeyondCalendar(clockCase, dates.due);
  const { standing, start, effectiveDue, cutOff } = dates;
  const cautious = conservativeDates(clockCase, duty, dates, listener);
  const fallback = fallbackDue(clockCase, duty);
  const acknowledge = acknowledgeBy(clockCase, duty);
  const plan = planBy(clockCase, dates, cautious.effectiveDue, fallback, listener);
  return {
    ...noDutyResult(clockCase),
    relevantDate: writtenDay(start),
    dueDate: written(dates.due),
    extendedDueDate: written(dates.extendedDue),
    extensionNoticeBy: writtenDay(cutOff ? bindingCutOff(cutOff, policy) : undefined),
    conservativeExtensionNoticeBy: writtenDay(cutOff?.unrolled) as UnrolledDate | null,
    effectiveDueDate: written(effectiveDue),
    conservativeDueDate: written(cautious.effectiveDue),
    fallbackDueDate: written(fallback),
    planBy: plan === null ? null : writeDay(plan),
    excludedDays: excludedDays(dates, duty),
    ...whilePaused(dates, duty),
    ...outcomeOf(clockCase, duty, dates, acknowledge, listener),
    extensionValid: facts.extensionNotices.length === 0 ? null : standing.extension !== undefined,
    refusable: duty.refusable,
    reason: reasonOf(clockCase, {
      effectiveDueDate: effectiveDue,
      extendedDueDate: dates.extendedDue,
      fallbackDueDate: fallback,
      acknowledgeBy: acknowledge,
    }),
  };
}

/** Turns a wrong input into its answer; anything else is a fault of the library and is thrown on. */
export function answering<Answer>(input: unknown, answer: () => Answer): Answer | ClockError {
  try {
    return answer();
  } catch (thrown) {
    if (thrown instanceof WrongInput) return clockError(thrown, idOf(input));
    throw thrown;
  }
}

/**
 * The door of the library: what the law makes of the facts that stand. Pure; never throws for wrong input, answers it.
 * All dates are civil dates in Europe/London. Source: UK GDPR Arts 4A, 12, 12A and Reg 1182/71 Art 3, or the ruleset named.
 */
export function clock(input: ClockInput, calendars: Calendars = ukCalendars): ClockResult | ClockError {
  return answering(input, () => judgeCase(readInput(input, calendars), nobody));
}
