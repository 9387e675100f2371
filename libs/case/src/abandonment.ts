import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import type { Ask } from './asks.js';
import type { CaseFile } from './case-file.js';
import type { EventOf } from './events.js';
import { after, before, later } from './spans.js';
import { everyOne } from './what-happened.js';

const nextDay = (date: CivilDate): CivilDate => writeDay(addDays(toDay(date), 1));

/** The last day of the reasonable time that a person has to reply (R24). */
export function replyBy(file: CaseFile, ask: Ask): CivilDate {
  return after(ask.since, file.opening.settings.abandonAfter);
}

/** The day on which the warning goes out. */
export function warnOn(file: CaseFile, ask: Ask): CivilDate {
  const days = file.opening.settings.abandonmentWarningDays;
  return later(ask.since, before(replyBy(file, ask), { months: 0, days }));
}

/** The warning that was decided for an ask, given or not. */
export function warningDecidedFor(
  file: CaseFile,
  ask: Ask,
): EventOf<'AbandonmentWarningDecided'> | undefined {
  return everyOne(file, 'AbandonmentWarningDecided').findLast(
    warning => warning.ask === ask.number && warning.on >= ask.since,
  );
}

/** The warning, once its notice was given. */
export function warningFor(file: CaseFile, ask: Ask): EventOf<'AbandonmentWarned'> | undefined {
  const decided = warningDecidedFor(file, ask);
  return decided && everyOne(file, 'AbandonmentWarned').find(warned => warned.decided === decided.number);
}

/** The first day on which a person may close the case: the reasonable time has ended, and so has the time since the warning. */
export function abandonableFrom(file: CaseFile, ask: Ask): CivilDate {
  const days = file.opening.settings.abandonmentWarningDays;
  const warned = warningFor(file, ask);
  const last = warned ? later(replyBy(file, ask), after(warned.on, { months: 0, days })) : replyBy(file, ask);
  return nextDay(last);
}
