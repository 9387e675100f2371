import { addDays, type Day } from '../dates/civil-date.js';
import type { Policy } from './policy.js';

/** Days that do not count, both ends included; open while nobody has answered. */
export interface Pause {
  readonly from: Day;
  readonly to: number;
}

/** An ask for clarification that stops the clock, with the day of its answer. */
export interface StandingClarification {
  readonly ref: string;
  readonly askedOn: Day;
  readonly answeredOn: Day | undefined;
  /** Declining, or repeating the request, ends the pause as an answer does (R29). */
  readonly declined: boolean;
  readonly doubtful: boolean;
}

/**
 * R26 — every civil day from the day asked to the day answered is excluded, both included (UK GDPR Art 12A(5)); D-1 may count the
 * day of the answer.
 */
export function pauseOf(clarification: StandingClarification, policy: Policy): Pause | undefined {
  const { askedOn, answeredOn } = clarification;
  if (answeredOn === undefined) return { from: askedOn, to: Infinity };
  const to = policy.clarificationAnswerDay === 'excluded' ? answeredOn : addDays(answeredOn, -1);
  return to < askedOn ? undefined : { from: askedOn, to };
}

/** R27 — paused time is the union of the pauses, never their sum. Expects them in order of the day asked. */
export function unionOfPauses(clarifications: readonly StandingClarification[], policy: Policy): Pause[] {
  const union: { from: Day; to: number }[] = [];
  for (const clarification of clarifications) {
    const pause = pauseOf(clarification, policy);
    if (!pause) continue;
    const last = union.at(-1);
    if (last && pause.from <= last.to + 1) last.to = Math.max(last.to, pause.to);
    else union.push({ ...pause });
  }
  return union;
}

export function pauseOver(pauses: readonly Pause[], day: Day): Pause | undefined {
  return pauses.find(({ from, to }) => from <= day && day <= to);
}

/** Days after `from`, up to and including `to`, that lie in a pause (R26–R28). */
export function excludedDaysBetween(pauses: readonly Pause[], from: Day, to: Day): number {
  return pauses.reduce(
    (days, pause) => days + Math.max(0, Math.min(pause.to, to) - Math.max(pause.from, from + 1) + 1),
    0,
  );
}

/** Days after `from` and before the first open pause that count (R29). */
export function countedDaysBefore(pauses: readonly Pause[], from: Day): number {
  const open = pauses.find(({ to }) => to === Infinity);
  return open ? Math.max(0, open.from - from - excludedDaysBetween(pauses, from, open.from)) : 0;
}
