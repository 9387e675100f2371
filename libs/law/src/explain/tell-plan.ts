import type { Due } from '../clock/dates.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import { withWeekday, type Listener } from './step.js';

const dateOf = (due: Due): string => (typeof due === 'number' ? writeDay(due) : due);

/** R30 — the date under the cautious answers to the doubtful points, where it is another one. */
export function tellConservative(effectiveDue: Due, conservative: Due, listener: Listener): void {
  if (conservative === effectiveDue || typeof conservative !== 'number') return;
  listener.step(() => ({
    rule: 'R30',
    cite: 'doubtful points D-1, D-2 and D-7',
    inputs: { effectiveDueDate: dateOf(effectiveDue) },
    outcome: writeDay(conservative),
    text: `Under the cautious answers (D-1: the day of an answer counts; D-2: identity asked for late moves nothing; D-7: a day to which the period has rolled is not excluded) the date is ${withWeekday(conservative)}.`,
  }));
}

/** R30 — the date if every act that moved it were set aside. */
export function tellFallback(fallback: Due, effectiveDue: Due, listener: Listener): void {
  if (fallback === effectiveDue || typeof fallback !== 'number') return;
  listener.step(() => ({
    rule: 'R30',
    cite: 'acts that may later be judged unjustified',
    inputs: { effectiveDueDate: dateOf(effectiveDue) },
    outcome: writeDay(fallback),
    text: `If all that was asked for and every extension were set aside, the date would be ${withWeekday(fallback)}.`,
  }));
}

/** What the day to work to was chosen from. */
export interface Plan {
  readonly plan: Day;
  readonly earliest: Day;
  readonly effectiveDue: Due;
  readonly conservative: Due;
  readonly isDoubtful: boolean;
  readonly safetyDays: number;
}

function whyEarliest({ earliest, effectiveDue, conservative }: Plan): string {
  if (earliest === effectiveDue) return 'the date that binds';
  if (earliest === conservative) return 'the cautious date, which is the earlier one';
  return 'the date without an act that is doubtful';
}

/** R30 — the day to work to, where it is not the date that binds. */
export function tellPlan(plan: Plan, listener: Listener): void {
  if (plan.plan === plan.effectiveDue) return;
  listener.step(() => {
    const { safetyDays, isDoubtful } = plan;
    const safety =
      safetyDays === 0
        ? ''
        : `, less ${safetyDays} ${safetyDays === 1 ? 'day' : 'days'} of safety (policy safetyDays)`;
    return {
      rule: 'R30',
      cite: 'warnings and reminders follow the plan, the alarm the date that binds',
      inputs: { isDoubtful, safetyDays },
      outcome: writeDay(plan.plan),
      text: `Work to ${withWeekday(plan.plan)}: ${whyEarliest(plan)}${safety}.`,
    };
  });
}
