import { addDays, type Day } from '../dates/civil-date.js';
import type { Listener } from '../explain/step.js';
import { tellConservative, tellFallback, tellPlan } from '../explain/tell-plan.js';
import type { Duty } from '../rulesets/ruleset.js';
import { datesUnder } from './dates.js';
import type { Dates, Due } from './due.js';
import type { ClockCase } from './facts.js';
import { cautious } from './policy.js';

/** Whether a cautious answer to D-1, D-2 or D-7 could give other dates at all. */
function hasDoubtfulPoints({ facts }: ClockCase): boolean {
  return facts.clarificationAsks.length > 0 || facts.asks.some(({ of }) => of === 'identity');
}

/** R30 — the dates under the cautious answers to D-1, D-2 and D-7. */
export function conservativeDates(clockCase: ClockCase, duty: Duty, dates: Dates, listener: Listener): Dates {
  if (!hasDoubtfulPoints(clockCase)) return dates;
  const careful = datesUnder(clockCase, duty, cautious(clockCase.policy));
  tellConservative(dates, careful, listener);
  return careful;
}

/** R30 — an act is doubtful while it, or what answered it, is flagged so, or where identity was asked for late (R25). */
function hasDoubtfulAct({ asks, clarifications, extension }: Dates['standing']): boolean {
  return (
    asks.some(({ doubtful, isLate }) => doubtful || isLate) ||
    clarifications.some(({ doubtful }) => doubtful) ||
    extension?.doubtful === true
  );
}

/**
 * R30 — the day to work to: the earlier of effective and conservative; the fallback joins in only while an act is doubtful.
 * `policy.safetyDays` lie before it (R11).
 */
export function planBy(
  clockCase: ClockCase,
  dates: Dates,
  conservative: Due,
  fallback: Due,
  listener: Listener,
): Day | null {
  const { effectiveDue } = dates;
  const isDoubtful = hasDoubtfulAct(dates.standing);
  tellFallback(fallback, effectiveDue, listener);
  const candidates = isDoubtful ? [effectiveDue, conservative, fallback] : [effectiveDue, conservative];
  const days = candidates.filter(due => typeof due === 'number');
  if (days.length === 0) return null;
  const earliest = Math.min(...days) as Day;
  const { safetyDays } = clockCase.policy;
  const plan = addDays(earliest, -safetyDays);
  tellPlan({ plan, earliest, effectiveDue, conservative, isDoubtful, safetyDays }, listener);
  return plan;
}
