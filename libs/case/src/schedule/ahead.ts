import type { CivilDate, Instant } from '@duly/law';
import { decideByTime, nextMoment } from '../by-time.js';
import type { CaseFile } from '../case-file.js';
import type { CaseEvent } from '../events.js';
import { evolveAll } from '../evolve.js';
import { londonDateAt } from '../instants.js';
import { toldBy } from '../told-by.js';

/** One reminder that is to come if nothing else happens. */
export interface ReminderAhead {
  /** Civil date in Europe/London. */
  readonly on: CivilDate;
  readonly to: 'handler' | 'requester' | 'manager';
  readonly what: 'reminder' | 'warning' | 'alarm';
  /** The date it reminds of; null where it is about an ask. */
  readonly forDate: CivilDate | null;
}

/** Of any case more is not worth foretelling. */
const mostMoments = 40;

function reminderIn(event: CaseEvent, on: CivilDate): readonly ReminderAhead[] {
  return (
    toldBy<readonly ReminderAhead[]>(event, {
      ReminderDue: due => [
        { on, to: due.to, what: 'reminder', forDate: due.to === 'requester' ? null : due.forDate },
      ],
      AbandonmentWarningDecided: ({ replyBy }) => [
        { on, to: 'requester', what: 'warning', forDate: replyBy },
      ],
      AlarmRaised: ({ forDate }) => [
        { on, to: 'handler', what: 'alarm', forDate },
        { on, to: 'manager', what: 'alarm', forDate },
      ],
    }) ?? []
  );
}

/** Who is reminded when, in their order, if nothing but time happens to the case; by the very code that will do it. */
export function remindersAhead(file: CaseFile, now: Instant, until: Instant): readonly ReminderAhead[] {
  const reminders: ReminderAhead[] = [];
  let [then, at] = [file, now];
  for (let moment = 0; moment < mostMoments; moment += 1) {
    const next = nextMoment(then, at);
    if (next === null || next > until) break;
    if (next > at) at = next;
    const events = decideByTime(then, at);
    const on = londonDateAt(at);
    reminders.push(...events.flatMap(event => reminderIn(event, on)));
    then = evolveAll(then, events);
  }
  return reminders;
}
