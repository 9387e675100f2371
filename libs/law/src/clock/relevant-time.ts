import { workingDaysBetween, type OpenCalendar } from '../calendar/calendar.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import { inWords, type Listener } from '../explain/step.js';
import type { Duty, Precondition } from '../rulesets/ruleset.js';
import type { Arrival, Ask } from './facts.js';
import type { Policy } from './policy.js';

/** An ask that the relevant time waits for, with the day on which what was asked for arrived. */
export interface StandingAsk {
  readonly of: Precondition;
  readonly askedOn: Day;
  readonly arrivedOn: Day | undefined;
  /** Asked more than a few working days after receipt (R25): the date it moves may not stand. */
  readonly isLate: boolean;
  readonly doubtful: boolean;
}

/** In the order in which the state names what is awaited (rules §4). */
export const preconditions: readonly Precondition[] = ['identity', 'authority', 'fee'];

/** R25 — identity asked for more than `policy.identityPromptWorkingDays` working days after receipt (D-2). */
export function isIdentityAskedLate(
  ask: Ask,
  receipt: Day,
  policy: Policy,
  calendar: OpenCalendar,
  asOf?: Day,
): boolean {
  return (
    ask.of === 'identity' &&
    workingDaysBetween(calendar, receipt, ask.on, asOf) > policy.identityPromptWorkingDays
  );
}

/** Why an ask moves nothing, whenever it was asked; undefined where it can move the relevant time. */
export function whyAskMovesNothing(
  ask: Ask,
  duty: Duty,
  policy: Policy,
  isLate: boolean,
): string | undefined {
  if (!duty.waitsFor.includes(ask.of)) return `this duty does not wait for ${ask.of}`;
  if (ask.of === 'identity' && !ask.reasonableDoubts)
    return 'there were no reasonable doubts (R21, Art 12(6))';
  if (ask.of === 'authority' && policy.agentAuthority === 'not-a-trigger')
    return 'by policy D-6 it is no trigger (R22)';
  if (ask.of === 'fee' && ask.furtherCopies && policy.furtherCopiesFee === 'moves-nothing') {
    return 'a fee for further copies is not in Art 12A(2) (R23, D-5)';
  }
  return isLate && policy.identityAskedLate === 'does-not-reset'
    ? 'it was asked for late (R25, D-2)'
    : undefined;
}

/** R21 — an ask is met by the first sufficient arrival on or after its day; what does not suffice has not arrived. */
export function arrivalFor(ask: Ask, arrivals: readonly Arrival[]): Day | undefined {
  return arrivals.find(({ of, sufficient, on }) => of === ask.of && sufficient && on >= ask.on)?.on;
}

/** What is still outstanding at the end of a day, in the order of the states. */
export function awaitedOn(asks: readonly StandingAsk[], on = Infinity): Precondition | undefined {
  if (asks.length === 0) return undefined;
  return preconditions.find(of =>
    asks.some(ask => ask.of === of && (ask.arrivedOn === undefined || ask.arrivedOn > on)),
  );
}

/**
 * R21–R24 — the relevant time: the latest of receipt, identity, authority and Art 12(5) fee (UK GDPR Art 12A(2)).
 * Undefined while one of them is outstanding: the month has not begun (R24).
 */
export function relevantTime(receipt: Day, asks: readonly StandingAsk[], on = Infinity): Day | undefined {
  if (awaitedOn(asks, on) !== undefined) return undefined;
  return asks.reduce<Day>(
    (latest, { arrivedOn }) => (arrivedOn !== undefined && arrivedOn > latest ? arrivedOn : latest),
    receipt,
  );
}

const rule: Readonly<Record<Precondition, string>> = { identity: 'R21', authority: 'R22', fee: 'R23' };
const cite: Readonly<Record<Precondition, string>> = {
  identity: 'UK GDPR Arts 12(6), 12A(2)(b)',
  authority: 'ICO right of access guidance, 8 December 2025',
  fee: 'UK GDPR Arts 12(5), 12A(2)(c)',
};

export function tellAsk(ask: Ask, movesNothing: string | undefined, listener: Listener): void {
  listener.step(() => ({
    rule: movesNothing === undefined ? rule[ask.of] : movesNothing.includes('R25') ? 'R25' : rule[ask.of],
    cite: cite[ask.of],
    inputs: { of: ask.of, askedOn: writeDay(ask.on) },
    outcome: movesNothing === undefined,
    text:
      movesNothing === undefined
        ? `The ${ask.of} was asked for on ${inWords(ask.on)}: the month begins when it arrives.`
        : `The ${ask.of} was asked for on ${inWords(ask.on)}, but that moves nothing: ${movesNothing}.`,
  }));
}

export function tellRelevantTime(
  receipt: Day,
  asks: readonly StandingAsk[],
  duty: Duty,
  listener: Listener,
): void {
  listener.step(() => {
    const start = relevantTime(receipt, asks);
    const awaited = awaitedOn(asks);
    const arrived = asks.filter(({ arrivedOn }) => arrivedOn !== undefined);
    const inputs: Record<string, string> = { receipt: writeDay(receipt) };
    for (const { of, arrivedOn } of arrived) if (arrivedOn !== undefined) inputs[of] = writeDay(arrivedOn);
    const latest =
      arrived.length > 0 ? ', the latest of receipt and what was asked for' : ', the day of receipt';
    return {
      rule: awaited === undefined ? 'R21' : 'R24',
      cite: duty.startCite,
      inputs,
      outcome: start === undefined ? null : writeDay(start),
      text:
        start === undefined
          ? `The month has not begun: ${awaited ?? ''} was asked for and has not arrived.`
          : `The relevant time is ${inWords(start)}${latest}.`,
    };
  });
}
