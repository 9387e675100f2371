import { addDays, writeDay, type Day } from '../dates/civil-date.js';
import { inWords, type Listener } from '../explain/step.js';
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
  readonly doubtful: boolean;
}

/**
 * R26 — every civil day from the day asked to the day answered is excluded, both included (UK GDPR Art 12A(5)); D-1 may count the
 * day of the answer. As it stood at the end of `on`: what was answered later stands open.
 */
export function pauseOf(clarification: StandingClarification, policy: Policy, on: number): Pause | undefined {
  const { askedOn, answeredOn } = clarification;
  if (answeredOn === undefined || answeredOn > on) return { from: askedOn, to: Infinity };
  const to = policy.clarificationAnswerDay === 'excluded' ? answeredOn : addDays(answeredOn, -1);
  return to < askedOn ? undefined : { from: askedOn, to };
}

/** R27 — paused time is the union of the pauses, never their sum. Expects them in order of the day asked. */
export function unionOfPauses(
  clarifications: readonly StandingClarification[],
  policy: Policy,
  on = Infinity,
): Pause[] {
  const union: { from: Day; to: number }[] = [];
  for (const clarification of clarifications) {
    const pause = pauseOf(clarification, policy, on);
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
  if (!open || open.from <= from) return 0;
  const before = addDays(open.from, -1);
  return before - from - excludedDaysBetween(pauses, from, before);
}

export function tellPauses(pauses: readonly Pause[], start: Day, cite: string, listener: Listener): void {
  for (const { from, to } of pauses) {
    listener.step(() => {
      const isOpen = to === Infinity;
      const effective =
        to <= start ? ' It lies wholly on or before the relevant time and excludes nothing (R27).' : '';
      return {
        rule: isOpen ? 'R29' : 'R26',
        cite,
        inputs: { from: writeDay(from), to: isOpen ? 'not answered yet' : writeDay(to as Day) },
        outcome: isOpen ? null : to - from + 1,
        text: isOpen
          ? `Since ${inWords(from)} a clarification is awaited: from that day on time stands still.`
          : `From ${inWords(from)} to ${inWords(to as Day)} the days do not count, both included: ${to - from + 1} days.${effective}`,
      };
    });
  }
}
