import type { CivilDate } from '@duly/law';
import type { CaseFile } from './case-file.js';
import { clockOf } from './clock-of.js';
import { closingOf } from './closing.js';
import type { Draft } from './decide/judging.js';
import type { EventOf } from './events.js';
import { doubtUntil } from './came-back/doubt-until.js';
import { citeOfDate } from './duties/complaint/acknowledged.js';
import { extensionInForce } from './extension.js';
import { sinceOpened } from './what-happened.js';

/** The alarm that nobody has withdrawn, in the present run. */
export function standingAlarm(file: CaseFile): EventOf<'AlarmRaised'> | undefined {
  const last = sinceOpened(file).findLast(({ type }) => type === 'AlarmRaised' || type === 'AlarmWithdrawn');
  return last?.type === 'AlarmRaised' ? last : undefined;
}

/** That a date lies nearer than it did is no word about its having passed: that alarm is still to come. */
export function isAlarmedFor(file: CaseFile, date: CivilDate): boolean {
  const alarm = standingAlarm(file);
  return (
    alarm?.forDate === date && alarm.because !== 'date-moved-earlier' && alarm.because !== 'notice-came-back'
  );
}

function stillHolds(file: CaseFile, { forDate, because }: EventOf<'AlarmRaised'>): boolean {
  const { clock } = clockOf(file);
  if (because === 'notice-came-back') return doubtUntil(file) === forDate;
  if (because === 'extension-fell-away') return extensionInForce(file) === undefined;
  const closing = closingOf(file);
  // A fact learned later may show that the case ended in time, or was due on another day.
  return clock.effectiveDueDate === forDate && (closing === undefined || closing.on > forDate);
}

/** An alarm for a date that no longer binds is withdrawn, by an event: it was raised, and that is not undone. */
export function withdrawals(file: CaseFile): Draft[] {
  const alarm = standingAlarm(file);
  if (!alarm || stillHolds(file, alarm)) return [];
  return [
    { type: 'AlarmWithdrawn', cite: citeOfDate(file, 'UK GDPR Art 12A (R11)'), forDate: alarm.forDate },
  ];
}
