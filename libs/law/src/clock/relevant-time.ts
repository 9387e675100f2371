import { lastDayWithin } from '../calendar/calendar.js';
import type { Day } from '../dates/civil-date.js';
import type { Duty, Precondition } from '../rulesets/ruleset.js';
import type { Arrival, Ask, ClockCase } from './facts.js';
import type { NoEffect } from './no-effect.js';
import type { Policy } from './policy.js';

/** An ask that the relevant time waits for, with the day on which what was asked for arrived. */
export interface StandingAsk {
  readonly of: Precondition;
  readonly askedOn: Day;
  readonly arrivedOn: Day | undefined;
  /** Asked more than a few working days after receipt (R25): the date it moves may not stand. */
  readonly isLate: boolean;
  /** Fee only: for further copies, Art 15(3), which moves something only by policy D-5. */
  readonly furtherCopies: boolean;
  /** The ask, or what answered it, may later be judged not to have been (R30). */
  readonly doubtful: boolean;
}

/** In the order in which the state names what is awaited (rules §4). */
export const preconditions: readonly Precondition[] = ['identity', 'authority', 'fee'];

export const ruleOf: Readonly<Record<Precondition, string>> = {
  identity: 'R21',
  authority: 'R22',
  fee: 'R23',
};

export const nameOf: Readonly<Record<Precondition, string>> = {
  identity: 'proof of identity',
  authority: 'proof of authority',
  fee: 'a fee',
};

/** R25 — the last day on which identity is promptly asked for: `policy.identityPromptWorkingDays` working days after receipt (D-2). */
export function lastPromptDay({ facts, calendar, asOf }: ClockCase, policy: Policy): Day {
  return lastDayWithin(policy.identityPromptWorkingDays, calendar, facts.receipt, asOf);
}

/** R21–R25 — why an ask moves nothing, whenever it was asked; undefined where it can move the relevant time. */
export function whyAskMovesNothing(
  ask: Ask,
  duty: Duty,
  policy: Policy,
  isLate: boolean,
): NoEffect | undefined {
  if (!duty.waitsFor.includes(ask.of)) {
    const words = duty.stopsAtOnce
      ? 'an objection to direct marketing waits for nothing (R42)'
      : `this period does not wait for ${nameOf[ask.of]}`;
    return { rule: ruleOf[ask.of], words, code: 'NOT_WAITED_FOR' };
  }
  if (!ask.reasonableDoubts) {
    return {
      rule: 'R21',
      words: 'there were no reasonable doubts (Art 12(6))',
      code: 'NO_REASONABLE_DOUBTS',
    };
  }
  if (ask.of === 'authority' && policy.agentAuthority === 'not-a-trigger') {
    return {
      rule: 'R22',
      words: 'by policy D-6 an agent’s authority is no trigger',
      code: 'NO_TRIGGER_BY_POLICY',
    };
  }
  if (ask.furtherCopies && policy.furtherCopiesFee === 'moves-nothing') {
    return {
      rule: 'R23',
      words: 'a fee for further copies, Art 15(3), is not in Art 12A(2) (D-5)',
      code: 'FURTHER_COPIES_FEE',
    };
  }
  if (!isLate || policy.identityAskedLate !== 'does-not-reset') return undefined;
  return { rule: 'R25', words: `${askedLate(policy)} (D-2)`, code: 'ID_REQUEST_LATE' };
}

/** R25 — how late, in words. */
export function askedLate({ identityPromptWorkingDays: days }: Policy): string {
  return `it was asked for more than ${days} working days after receipt`;
}

/** R21 — an ask is met by the first sufficient arrival on or after its day; what does not suffice has not arrived. */
export function arrivalFor(ask: Ask, arrivals: readonly Arrival[]): Arrival | undefined {
  for (let index = firstOnOrAfter(ask.on, arrivals); index < arrivals.length; index += 1) {
    const arrival = arrivals[index];
    if (arrival?.sufficient && arrival.of === ask.of) return arrival;
  }
  return undefined;
}

/** The place of the first arrival on or after a day, by halving: they stand in the order of their days. */
function firstOnOrAfter(day: Day, arrivals: readonly Arrival[]): number {
  let [least, most] = [0, arrivals.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    const arrival = arrivals[middle];
    if (arrival && arrival.on < day) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** R24 — what has been asked for and has not arrived, in the order of the states. */
export function awaited(asks: readonly StandingAsk[]): Precondition[] {
  return preconditions.filter(of => asks.some(ask => ask.of === of && ask.arrivedOn === undefined));
}

/**
 * R21–R24 — the relevant time: the latest of receipt, identity, authority and Art 12(5) fee (UK GDPR Art 12A(2)).
 * Undefined while one of them is outstanding: the month has not begun (R24).
 */
export function relevantTime(receipt: Day, asks: readonly StandingAsk[]): Day | undefined {
  let latest: number = receipt;
  for (const { arrivedOn } of asks) {
    if (arrivedOn === undefined) return undefined;
    latest = Math.max(latest, arrivedOn);
  }
  return latest as Day;
}
