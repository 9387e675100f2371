import { defaultPolicy, type Policy } from '../clock/policy.js';
import { addDays, addMonths, toDay, writeDay, type CivilDate } from '../dates/civil-date.js';

const reminderAfterDays = 14;

/** R24 — the day on which the person is reminded of what was asked for: 14 days after asking. */
export function reminderOn(askedOn: CivilDate): CivilDate {
  return writeDay(addDays(toDay(askedOn), reminderAfterDays));
}

/**
 * R24, R29, D-11 — the first day on which a person may propose to close a case that waits for identity, authority, a fee or a
 * clarification: "a reasonable time", one month from asking unless `policy.abandonAfter` says otherwise. Never closed silently: a human
 * decision and a letter with the complaint routes; what arrives later reopens it, and the relevant time is then that day.
 */
export function abandonmentFrom(
  askedOn: CivilDate,
  policy: Pick<Policy, 'abandonAfter'> = defaultPolicy,
): CivilDate {
  return writeDay(addMonths(toDay(askedOn), policy.abandonAfter));
}
