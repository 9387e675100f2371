import { londonDayAt, readDay, readInstant, writeDay, type CivilDate } from '@duly/law';
import type { CaseRefusal } from '../refusals.js';
import { refused } from './judging.js';

/** The local day of an instant; undefined where the text is no instant. */
export function localDayOf(at: string): CivilDate | undefined {
  const instant = readInstant(at, readDay);
  return instant === undefined ? undefined : writeDay(londonDayAt(instant));
}

function notADate(field: string): CaseRefusal {
  return refused(
    'not-a-date',
    'R17',
    {
      message: `The field ${field} holds no date of the calendar.`,
      remedy: 'Write a date as YYYY-MM-DD, an instant as 2026-06-30T23:15:00Z.',
    },
    { field },
  );
}

/** R16, R17 — receipt in the past is possible, in the future not; day and instant must agree in London. */
export function refuseReceipt(
  receivedOn: CivilDate,
  receivedAt: string | undefined,
  today: CivilDate,
): CaseRefusal | undefined {
  if (readDay(receivedOn) === undefined) return notADate('receivedOn');
  const localDate = receivedAt === undefined ? receivedOn : localDayOf(receivedAt);
  if (localDate === undefined) return notADate('receivedAt');
  if (localDate !== receivedOn) {
    return refused(
      'receipt-dates-differ',
      'R17',
      {
        message: `The instant of receipt falls on ${localDate} in London, not on ${receivedOn}.`,
        remedy: 'Correct one of the two, or give only one: deadlines follow the local date.',
      },
      { receivedOn, localDate },
    );
  }
  if (receivedOn <= today) return undefined;
  return refused(
    'receipt-in-future',
    'UK GDPR Art 12A(2)(a) (R16)',
    {
      message: `Receipt on ${receivedOn} lies in the future; today is ${today} in London.`,
      remedy: 'Give the day on which any part of the organisation received it.',
    },
    { receivedOn, today },
  );
}
