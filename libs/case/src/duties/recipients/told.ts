import type { CaseFile } from '../../case-file.js';
import { isEvent, type CaseEvent, type EventOf } from '../../events.js';
import { everyOne, lastOne, standing } from '../../what-happened.js';

type Measure = EventOf<'CorrectionMade' | 'DataErased' | 'DataRestricted'>;

export function isMeasure(event: CaseEvent): event is Measure {
  return isEvent(event, 'CorrectionMade') || isEvent(event, 'DataErased') || isEvent(event, 'DataRestricted');
}

/** Art 19 — the last correction, erasure or restriction of which the recipients are told; undefined while there was none. */
export function lastMeasure(file: CaseFile): Measure | undefined {
  return standing(file).findLast(isMeasure);
}

/** The last outcome of each recipient. Who was told of one measure has not been told of the next; what is impossible stays so. */
export function standingOutcomes(file: CaseFile): readonly EventOf<'RecipientOutcomeRecorded'>[] {
  const since = lastMeasure(file)?.number ?? 0;
  const last = new Map(everyOne(file, 'RecipientOutcomeRecorded').map(one => [one.recipient, one]));
  return [...last.values()].filter(({ outcome, number }) => outcome !== 'told' || number > since);
}

/** Those of whom nobody knows yet whether they were told. */
export function stillToTell(file: CaseFile): readonly EventOf<'RecipientNamed'>[] {
  const outcomes = standingOutcomes(file);
  return everyOne(file, 'RecipientNamed').filter(
    ({ number }) => !outcomes.some(({ recipient }) => recipient === number),
  );
}

/** What an answer, and the letter that names them, hold about the recipients. */
export function toldOfRecipients(file: CaseFile): readonly CaseEvent[] {
  const none = lastOne(file, 'NoRecipientsRecorded');
  const asked = lastOne(file, 'RecipientsDisclosureDecided');
  return [
    ...everyOne(file, 'RecipientNamed'),
    ...(none ? [none] : []),
    ...standingOutcomes(file),
    ...(asked ? [asked] : []),
  ];
}
