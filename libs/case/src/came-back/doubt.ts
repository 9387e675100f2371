import type { CivilDate } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { CaseEvent, EventOf } from '../events.js';

const hasBounces = ({ events }: CaseFile): boolean => events.some(({ type }) => type === 'NoticeBounced');

/** What became last of the notice of a decision, where it ever came back. */
function lastWord(file: CaseFile, decided: number): EventOf<'NoticeBounced' | 'NoticeGiven'> | undefined {
  if (!hasBounces(file)) return undefined;
  const words = file.events.filter(
    (event): event is EventOf<'NoticeBounced' | 'NoticeGiven'> =>
      (event.type === 'NoticeBounced' || event.type === 'NoticeGiven') && event.decided === decided,
  );
  return words.some(({ type }) => type === 'NoticeBounced') ? words.at(-1) : undefined;
}

/** R30 — its notice came back, and it was not given again: whether the person knows of it is doubtful. */
export function cameBack(file: CaseFile, decided: number): boolean {
  return lastWord(file, decided)?.type === 'NoticeBounced';
}

/** The notice by which it was told in the end, where one before had come back. */
function givenAgain(file: CaseFile, decided: number): EventOf<'NoticeGiven'> | undefined {
  const last = lastWord(file, decided);
  return last?.type === 'NoticeGiven' ? last : undefined;
}

interface CarriedOut {
  readonly number: number;
  readonly decided: number;
  readonly on: CivilDate;
}

/** Who has answered an ask has had it, whatever the mail system said. */
function wasAnsweredBefore(file: CaseFile, { number }: CarriedOut, day: CivilDate): boolean {
  return file.events.some(event => 'ask' in event && event.ask === number && event.on < day);
}

/**
 * R13, R30 — the day on which the notice of what was carried out counts, and whether that is doubtful: one that came back counts on the
 * day it was given again.
 */
export function givenOn(
  file: CaseFile,
  carriedOut: CarriedOut,
): { readonly date: CivilDate; readonly doubtful?: true } {
  const { decided, on } = carriedOut;
  if (cameBack(file, decided)) return { date: on, doubtful: true };
  const again = givenAgain(file, decided);
  return { date: again && !wasAnsweredBefore(file, carriedOut, again.on) ? again.on : on };
}

/** An answer, a refusal or a closure that came back has been told to nobody; given again, it counts on that day. */
export function asTold<Event extends CaseEvent>(file: CaseFile, events: readonly Event[]): readonly Event[] {
  if (!hasBounces(file)) return events;
  return events.flatMap(event => {
    if (!('decided' in event)) return [event];
    if (cameBack(file, event.decided)) return [];
    const again = givenAgain(file, event.decided);
    return [again ? { ...event, on: again.on } : event];
  });
}
