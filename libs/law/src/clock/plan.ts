import { writeDay, type Day } from '../dates/civil-date.js';
import { inWords, type Listener } from '../explain/step.js';
import type { Duty } from '../rulesets/ruleset.js';
import { datesUnder, type Dates, type Due } from './dates.js';
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
  const { effectiveDue } = careful;
  if (effectiveDue !== dates.effectiveDue && typeof effectiveDue === 'number') {
    listener.step(() => ({
      rule: 'R30',
      cite: 'doubtful points D-1, D-2, D-7',
      inputs: {
        legalDate: typeof dates.effectiveDue === 'number' ? writeDay(dates.effectiveDue) : dates.effectiveDue,
      },
      outcome: writeDay(effectiveDue),
      text: `Under the cautious reading (the day of an answer counts, identity asked for late moves nothing, a rolled day is not excluded) the date is ${inWords(effectiveDue)}.`,
    }));
  }
  return careful;
}

/** R30 — an act is doubtful while it is flagged so, or where identity was asked for late (R25). */
function hasDoubtfulAct({ asks, clarifications, extension }: Dates['standing']): boolean {
  return (
    asks.some(({ doubtful, isLate }) => doubtful || isLate) ||
    clarifications.some(({ doubtful }) => doubtful) ||
    extension?.doubtful === true
  );
}

/** R30 — the day to work to: the earlier of effective and conservative; the fallback joins in only while an act is doubtful. */
export function planBy(
  clockCase: ClockCase,
  dates: Dates,
  conservative: Due,
  fallback: Due,
  listener: Listener,
): Day | null {
  const isDoubtful = hasDoubtfulAct(dates.standing);
  const candidates = [dates.effectiveDue, conservative, ...(isDoubtful ? [fallback] : [])];
  const days = candidates.filter(due => typeof due === 'number');
  const plan = days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
  if (plan === null || plan === dates.effectiveDue) return plan;
  listener.step(() => ({
    rule: 'R30',
    cite: 'rules R30: acts that may be set aside',
    inputs: { isDoubtful, safetyDays: clockCase.policy.safetyDays },
    outcome: writeDay(plan),
    text: `Work to ${inWords(plan)}: ${isDoubtful && plan === fallback ? 'an act that moved the date is doubtful, so the date without it is kept in sight' : 'the cautious date is the earlier one'}.`,
  }));
  return plan;
}
