import type { Policy } from '../clock/policy.js';
import { defaultPolicy } from '../clock/policy.js';
import { addDays, toDay, writeDay, type CivilDate } from '../dates/civil-date.js';

/**
 * R32 — the organisation's own target, 28 civil days after receipt unless `policy.internalTarget` says otherwise. Never the legal date: it
 * is a plain civil date and no {@link DueDate}. Source: ICO right of access guidance ("a 28-day period").
 */
export function internalTarget(
  receipt: CivilDate,
  policy: Pick<Policy, 'internalTarget'> = defaultPolicy,
): CivilDate {
  return writeDay(addDays(toDay(receipt), policy.internalTarget));
}

/** How long a case has been with us, and how long nothing has happened, in civil days, never below zero. */
export interface AgeAndIdle {
  readonly ageDays: number;
  readonly idleDays: number;
}

/**
 * R33 — "without undue delay" (UK GDPR Art 12(3)) is a duty of its own beside the outer limit, so age and idle time are reported, not only
 * lateness. Idle is counted from the last act on or before `today`; from receipt where there was none.
 */
export function ageAndIdle(receipt: CivilDate, acts: readonly CivilDate[], today: CivilDate): AgeAndIdle {
  const [received, now] = [toDay(receipt), toDay(today)];
  const last = acts.map(toDay).reduce((latest, on) => (on <= now && on > latest ? on : latest), received);
  return { ageDays: Math.max(0, now - received), idleDays: Math.max(0, now - last) };
}
