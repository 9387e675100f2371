import type { CivilDate, Instant } from '@duly/law';
import type { OpenCase } from '../commands.js';
import type { CaseEvent } from '../events.js';
import { londonDateAt, writeInstant } from '../instants.js';
import type { CaseRefusal, Decision } from '../refusals.js';
import { given, refused } from './judging.js';
import { localDayOf, refuseReceipt } from './receipt-day.js';

function dayOfReceipt({ receivedOn, receivedAt }: OpenCase): CivilDate | undefined {
  return receivedOn ?? (receivedAt === undefined ? undefined : localDayOf(receivedAt));
}

/** What only a complaint, or only an objection to marketing, says of itself. */
function ofThatRight({ right, about, stopFor, unlisted }: OpenCase) {
  if (right === 'complaint') return given('about', about);
  if (right === 'objection_direct_marketing') {
    return { ...given('stopFor', stopFor), ...given('unlisted', unlisted) };
  }
  return {};
}

/** Art 21(2)–(3), R42, R46 — held as what may be no request it could be dismissed, and it can never be refused. */
function refuseDoubted({ right, doubts }: OpenCase): CaseRefusal | undefined {
  if (right !== 'objection_direct_marketing' || doubts === undefined) return undefined;
  return refused(
    'cannot-be-refused',
    'UK GDPR Art 21(2)–(3) (R42, R61)',
    {
      message: 'An objection to direct marketing is acted on, not doubted.',
      remedy:
        'Open it as a request: the marketing stops at once. What else the letter says may be an enquiry.',
    },
    { right },
  );
}

/** R16, R17 — any channel, any day, spoken or written; judged before the case exists, so that its workflow never refuses. */
export function decideOpening(command: OpenCase, now: Instant): Decision<CaseEvent> {
  const { receivedAt, right, channel, words, people, by, origin, reasons, doubts } = command;
  const on = dayOfReceipt(command);
  if (on === undefined) {
    return refused(
      receivedAt === undefined ? 'receipt-missing' : 'not-a-date',
      'UK GDPR Art 12A(2)(a) (R16)',
      {
        message: 'The day of receipt is missing, or is no date.',
        remedy: 'Give `receivedOn` as YYYY-MM-DD, or `receivedAt` with Z or an offset.',
      },
      { field: 'receivedAt' },
    );
  }
  const refusal = refuseDoubted(command) ?? refuseReceipt(on, receivedAt, londonDateAt(now));
  if (refusal) return { ...refusal, verb: 'open' };
  return [
    {
      number: 1,
      run: 1,
      type: 'RequestReceived',
      on,
      ...given('at', receivedAt),
      recordedAt: writeInstant(now),
      by,
      cite: 'UK GDPR Art 12A(2)(a) (R16)',
      right,
      channel,
      words,
      people,
      ...given('origin', origin),
      ...given('reasons', reasons),
      ...given('doubts', doubts),
      ...ofThatRight(command),
    },
  ];
}
