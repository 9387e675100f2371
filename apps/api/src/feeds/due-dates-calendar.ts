import type { CivilDate } from '@duly/law';
import { rightNames } from '@duly/notices';
import type { FeedCase } from '@duly/register';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** Seconds after which a calendar program reads it again. */
const refresh = 3_600;

interface Entry {
  /** What is left of its id; the same whatever its date. */
  readonly of: 'due' | 'plan';
  readonly on: CivilDate;
  readonly what: string;
}

/** The legal date, and the day to work to where it is another. */
function entriesOf({ dueDate, planBy }: FeedCase): readonly Entry[] {
  const due: Entry[] = dueDate === null ? [] : [{ of: 'due', on: dueDate, what: 'last day by law' }];
  const plan: Entry[] =
    planBy === null || planBy === dueDate ? [] : [{ of: 'plan', on: planBy, what: 'work to this day' }];
  return [...due, ...plan];
}

function aboutIt({ planBy, dueDate, alarmFor }: FeedCase): string {
  return [
    dueDate === null ? 'No last day by law yet.' : `Last day by law: ${dueDate}.`,
    planBy === null ? '' : `Work to: ${planBy}.`,
    alarmFor === null ? '' : `An alarm stands for ${alarmFor}.`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A civil date as the library takes it: it writes days by UTC, whatever the zone of this machine. */
const dayOf = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * Due dates as iCalendar (RFC 5545), each a whole day in London. An entry keeps its id when its date moves, and its sequence grows with the
 * case's version, so that programs take the newer one; one of a closed case is cancelled.
 */
export function dueDatesCalendar(cases: readonly FeedCase[]): string {
  const calendar = ical({
    name: 'Duly: due dates',
    prodId: { company: 'Duly', product: 'due dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refresh,
  });
  for (const one of cases) {
    for (const { of, on, what } of entriesOf(one)) {
      const hasAlarm = one.alarmFor !== null && !one.isClosed;
      const changed = new Date(one.updatedAt);
      calendar.createEvent({
        id: `${one.caseId}.${of}@duly`,
        sequence: one.version,
        stamp: changed,
        lastModified: changed,
        start: dayOf(on),
        allDay: true,
        summary: `${hasAlarm ? 'ALARM: ' : ''}${one.reference} (${rightNames[one.right]}): ${what}`,
        description: aboutIt(one),
        status: one.isClosed ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        transparency: ICalEventTransparency.TRANSPARENT,
        categories: [{ name: hasAlarm ? 'alarm' : what }],
      });
    }
  }
  return calendar.toString();
}
