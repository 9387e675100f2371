import type { Day } from '../dates/civil-date.js';
import { nobody, type Listener } from '../explain/step.js';
import { tellDates } from '../explain/tell-dates.js';
import type { Duty, Period } from '../rulesets/ruleset.js';
import { noticeCutOff } from './extension.js';
import type { ClockCase } from './facts.js';
import { dueDay, type BeyondCalendar, type Counting, type DueDay, type Suspended } from './period.js';
import type { Policy } from './policy.js';
import { relevantTime } from './relevant-time.js';
import { countingOf, whatStands } from './standing.js';
import type { Dates, Due } from './due.js';

function dueFrom(start: Day | undefined, period: Period, counting: Counting): Due {
  return start === undefined ? 'not begun' : dueDay(start, period, counting);
}

/**
 * Rules §3.1: due(1), due(3), the cut-off for the notice, and which of them binds. The extension counts from the relevant time in
 * one step, three months and not one and two (R12); pauses move each end for itself (R26).
 */
export function datesUnder(
  clockCase: ClockCase,
  duty: Duty,
  policy: Policy,
  listener: Listener = nobody,
): Dates {
  const { receipt } = clockCase.facts;
  const standing = whatStands(clockCase, duty, policy, listener);
  const start = relevantTime(receipt, standing.asks);
  const counting = countingOf(clockCase, duty, policy, standing);
  const due = dueFrom(start, duty.answerWithin, counting);
  const extendedDue = duty.extension ? dueFrom(start, duty.extension.within, counting) : null;
  const effectiveDue = (standing.extension && extendedDue) ?? due;
  const cutOff = duty.extension ? noticeCutOff(duty.extension, receipt, start, counting) : null;
  const dates: Dates = { standing, counting, start, due, extendedDue, effectiveDue, cutOff };
  tellDates(dates, clockCase, duty, policy, listener);
  return dates;
}

/** R30 — the date if every ask and extension were set aside: the plain period from receipt. */
export function fallbackDue(clockCase: ClockCase, duty: Duty): DueDay | Suspended | BeyondCalendar {
  const { calendar, asOf, facts } = clockCase;
  return dueDay(facts.receipt, duty.answerWithin, { calendar, asOf, roll: duty.roll, pauses: [] });
}
