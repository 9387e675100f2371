import { clock } from '../clock/clock.js';
import type { ClockFact, ClockInput, Right } from '../clock/input.js';
import { isClockError, type ClockResult } from '../clock/result.js';
import type { Policy } from '../clock/policy.js';
import type { RulesetId } from '../rulesets/ruleset-ids.js';
import { toCivilDate, type CivilDate } from '../dates/civil-date.js';
import { explain } from '../explain/explain.js';
import type { Step } from '../explain/step.js';
import { isFactType } from '../clock/read-fact.js';

/** What a clause is tried on, besides its facts. */
export interface Circumstances {
  readonly calendar?: string;
  readonly policy?: Partial<Policy>;
  readonly asOf?: string;
  readonly ruleset?: RulesetId;
}

const flags: Readonly<Record<string, object>> = {
  insufficient: { sufficient: false },
  'no-doubts': { reasonableDoubts: false },
  'no-reasons': { reasons: false },
  doubtful: { doubtful: true },
  '12(5)': { basis: '12(5)' },
  '15(3)': { basis: '15(3)' },
};

/** One fact from `received@2026-03-10` or `clarification_requested@2026-03-12:c1`; after the colon a ref or one of the flags above. */
function factOf(text: string): ClockFact {
  const [type = '', rest = ''] = text.split('@');
  const [on = '', detail] = rest.split(':');
  if (!isFactType(type)) throw new Error(`${type} is no fact`);
  const more = detail === undefined ? {} : (flags[detail] ?? { ref: detail });
  return { type, date: toCivilDate(on), ...more } as ClockFact;
}

export function caseOf(right: Right, facts: string, { asOf, ...rest }: Circumstances = {}): ClockInput {
  return {
    right,
    calendar: 'england-and-wales',
    ...rest,
    ...(asOf === undefined ? {} : { asOf: toCivilDate(asOf) }),
    events: facts.split(' ').map(factOf),
  } as ClockInput;
}

/** The clock's answer to a case told in words; throws where it answers with an error. */
export function judged(right: Right, facts: string, circumstances: Circumstances = {}): ClockResult {
  const answer = clock(caseOf(right, facts, circumstances));
  if (isClockError(answer)) throw new Error(answer.error.message);
  return answer;
}

/** The steps of a rule in the explanation of a case. */
export function stepsOf(
  rule: string,
  right: Right,
  facts: string,
  circumstances: Circumstances = {},
): readonly Step[] {
  const answer = explain(caseOf(right, facts, circumstances));
  if (isClockError(answer)) throw new Error(answer.error.message);
  return answer.steps.filter(step => step.rule.split(', ').includes(rule));
}

export const on = (date: string): CivilDate => toCivilDate(date);
