import type { CivilDate } from '@duly/law';
import type { CaseFile } from './case-file.js';
import { isEvent, type CaseEvent, type EventOf, type EventType } from './events.js';

function withoutTakenBack(events: readonly CaseEvent[], file: CaseFile): readonly CaseEvent[] {
  if (events.length === 0) return events;
  const takenBack = file.events
    .filter(event => isEvent(event, 'RecordTakenBack'))
    .map(({ record }) => record);
  return takenBack.length === 0 ? events : events.filter(({ number }) => !takenBack.includes(number));
}

/** What counts: everything that happened, but what was recorded by mistake and taken back. */
export function standing(file: CaseFile): readonly CaseEvent[] {
  return withoutTakenBack(file.events, file);
}

/** All events of a type that count, in the order of their numbers. */
export function everyOne<Type extends EventType>(file: CaseFile, type: Type): EventOf<Type>[] {
  return withoutTakenBack(
    file.events.filter(event => isEvent(event, type)),
    file,
  ).filter(event => isEvent(event, type));
}

export function lastOne<Type extends EventType>(file: CaseFile, type: Type): EventOf<Type> | undefined {
  return everyOne(file, type).at(-1);
}

export function numbered(file: CaseFile, number: number): CaseEvent | undefined {
  return file.events.find(event => event.number === number);
}

/** The receipt. An opening without one is a fault of ours: it is judged before the case exists. */
export function receipt(file: CaseFile): EventOf<'RequestReceived'> {
  const received = file.events.find(event => isEvent(event, 'RequestReceived'));
  if (!received) throw new Error(`Case ${file.opening.caseId} has no RequestReceived.`);
  return received;
}

/** The day of receipt as it stands, after every correction. */
export function receivedOn(file: CaseFile): CivilDate {
  return lastOne(file, 'ReceiptDateCorrected')?.receivedOn ?? receipt(file).on;
}

/** The case's version: the number of its last event. */
export function versionOf(file: CaseFile): number {
  return file.events.at(-1)?.number ?? 0;
}

/** What has happened since the case was opened, or last reopened, and counts. */
export function sinceOpened(file: CaseFile): readonly CaseEvent[] {
  const reopened = file.events.findLastIndex(({ type }) => type === 'CaseReopened');
  return withoutTakenBack(reopened < 0 ? file.events : file.events.slice(reopened + 1), file);
}

/** What happened and counts from each opening to the next reopening, the present run left out. */
export function runsBefore(file: CaseFile): readonly (readonly CaseEvent[])[] {
  const ends = file.events.flatMap(({ type }, index) => (type === 'CaseReopened' ? [index] : []));
  return ends.map((end, run) => withoutTakenBack(file.events.slice(ends[run - 1] ?? 0, end), file));
}

/** All events of a type since the case was opened, or last reopened. */
export function everySinceOpened<Type extends EventType>(file: CaseFile, type: Type): EventOf<Type>[] {
  return sinceOpened(file).filter(event => isEvent(event, type));
}

/** Whether some event carries out, ends or sets aside what the event of this number decided. */
export function isFollowedUp(file: CaseFile, number: number, types: readonly EventType[]): boolean {
  return file.events.some(
    event => types.includes(event.type) && 'decided' in event && event.decided === number,
  );
}

/** The notice by which the event of this number was told to the person; none while the last one has come back. */
export function noticeOf(file: CaseFile, number: number): EventOf<'NoticeGiven'> | undefined {
  const bounced = file.events.findLast(event => event.type === 'NoticeBounced' && event.decided === number);
  return everyOne(file, 'NoticeGiven').find(
    notice => notice.decided === number && notice.number > (bounced?.number ?? 0),
  );
}
