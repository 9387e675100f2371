import type { Precondition } from '../rulesets/ruleset.js';
import type { Due } from './due.js';
import type { Closing, Facts } from './facts.js';
import type { ClosingType } from './input.js';
import { awaited, type StandingAsk } from './relevant-time.js';
import type { ClockState } from './result.js';

const closed: Readonly<Record<ClosingType, ClockState>> = {
  completed: 'CLOSED_COMPLETED',
  refused: 'CLOSED_REFUSED',
  withdrawn: 'CLOSED_WITHDRAWN',
  abandoned: 'CLOSED_ABANDONED',
  died: 'CLOSED_DECEASED',
};

const awaiting: Readonly<Record<Precondition, ClockState>> = {
  identity: 'AWAITING_ID',
  authority: 'AWAITING_AUTHORITY',
  fee: 'AWAITING_FEE',
};

/**
 * R35 — what closed the case: the earliest closing, and of several on one day the first in the order of the states.
 * Withdrawal in the person's own words closes it, and so does death: the law protects the living.
 */
export function closingOf(facts: Facts): Closing | undefined {
  return facts.closings[0];
}

/** Rules §4: closed, then what is awaited, then paused, then running. Being late is no state: it is derived. */
export function stateOf(
  closing: Closing | undefined,
  asks: readonly StandingAsk[],
  isPaused: boolean,
): ClockState {
  if (closing) return closed[closing.type];
  const [first] = awaited(asks);
  if (first) return awaiting[first];
  return isPaused ? 'PAUSED_CLARIFICATION' : 'RUNNING';
}

/**
 * Whether an answer or refusal came in time: its local day is not after the day that bound (R11). Null where nothing was answered, and
 * where no date bound: the period had not begun, or time stood still (R24, R29), so the answer cannot be late.
 */
export function inTime(closing: Closing | undefined, effectiveDue: Due): boolean | null {
  const isAnswered = closing?.type === 'completed' || closing?.type === 'refused';
  return isAnswered && typeof effectiveDue === 'number' ? closing.on <= effectiveDue : null;
}
