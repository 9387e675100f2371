import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import type { Ask } from './asks.js';
import type { CaseFile } from './case-file.js';
import type { EventOf } from './events.js';
import { dayAfter, dayBefore, scheduleAt, scheduleOf } from './schedule/schedule.js';
import { later } from './spans.js';
import { everyOne } from './what-happened.js';

const nextDay = (date: CivilDate): CivilDate => writeDay(addDays(toDay(date), 1));

/** The last day of the reasonable time that a person has to reply (R24). */
export function replyBy(file: CaseFile, ask: Ask): CivilDate {
  const { abandonAfter } = scheduleAt(file, ask.decided).requester[ask.of];
  return writeDay(dayAfter(file, ask.since, abandonAfter));
}

/** The day on which the warning goes out. */
export function warnOn(file: CaseFile, ask: Ask): CivilDate {
  const { warnBefore } = scheduleOf(file).requester[ask.of];
  return later(ask.since, writeDay(dayBefore(file, replyBy(file, ask), warnBefore)));
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
  const warned = warningFor(file, ask);
  if (!warned) return nextDay(replyBy(file, ask));
  const { warnBefore } = scheduleAt(file, warned.decided).requester[ask.of];
  return nextDay(later(replyBy(file, ask), writeDay(dayAfter(file, warned.on, warnBefore))));
}
