import type { Dates, Due } from '../clock/due.js';
import type { Standing } from '../clock/standing.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import { listed, withWeekday, type Listener } from './step.js';

const dateOf = (due: Due): string => (typeof due === 'number' ? writeDay(due) : due);

/** The doubtful points whose cautious answer changes what stands in this case, and that answer in words. */
function cautiousAnswers(standing: Standing, cautious: Standing): { point: string; words: string }[] {
  const points: { point: string; words: string }[] = [];
  if (cautious.clarifications.some(({ answeredOn }) => answeredOn !== undefined)) {
    points.push({ point: 'D-1', words: 'the day of an answer counts' });
  }
  if (cautious.asks.length < standing.asks.length) {
    points.push({ point: 'D-2', words: 'identity asked for late moves nothing' });
  }
  if (cautious.clarifications.length < standing.clarifications.length) {
    points.push({ point: 'D-7', words: 'a day to which the period has rolled is not excluded' });
  }
  return points;
}

/** R30 — the date under the cautious answers to the doubtful points, where it is another one. */
export function tellConservative(dates: Dates, cautious: Dates, listener: Listener): void {
  const { effectiveDue: conservative } = cautious;
  if (conservative === dates.effectiveDue || typeof conservative !== 'number') return;
  listener.step(() => {
    const points = cautiousAnswers(dates.standing, cautious.standing);
    const answers = points.map(({ point, words }) => `${point}: ${words}`).join('; ');
    return {
      rule: 'R30',
      cite: `doubtful ${points.length === 1 ? 'point' : 'points'} ${listed(points.map(({ point }) => point))}`,
      inputs: { effectiveDueDate: dateOf(dates.effectiveDue) },
      outcome: writeDay(conservative),
      text: `Under the cautious ${points.length === 1 ? 'answer' : 'answers'} (${answers}) the date is ${withWeekday(conservative)}.`,
    };
  });
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
