import type { OpenEnquiry, OpenRequest as OpenRequestBody } from '@duly/api-contract';
import {
  calendarFor,
  decideOpening,
  isRefusal,
  openCaseFile,
  peopleFor,
  summaryOf,
  type CaseEvent,
  type OpenCase,
  type PeopleNamed,
} from '@duly/case';
import { toCivilDate, type CivilDate, type Instant } from '@duly/law';
import type { People } from '@duly/vault';
import type { IntakeCase } from '@duly/register';
import { Refused } from '../problem/refused.js';
import type { CaseTerms } from './case-terms.js';
import { listingOf } from './suppressions.js';

/** Chosen before the first write and kept with the call, so that a retry after a crash opens the same request. */
export interface OpeningIds {
  readonly requestId: string;
  readonly wordsId: string;
  readonly externalReferenceId: string;
  readonly doubtsId: string;
  /** In the order of the rights. */
  readonly caseIds: readonly string[];
}

/** A request, or what may be none. */
export type LetterBody = OpenRequestBody & Partial<Pick<OpenEnquiry, 'doubts'>>;

export const peopleNamed = ({ requester, recipient, actsAs, child }: LetterBody): PeopleNamed => ({
  requester: requester !== undefined,
  recipient: recipient !== undefined,
  ...(actsAs && { actsAs }),
  ...(child && { child }),
});

/** Who takes part, as the vault keeps them. */
export const peopleIn = ({ subject, requester, recipient }: LetterBody): People => ({
  subject,
  ...(requester && { requester }),
  ...(recipient && { recipient }),
});

export interface JudgedOpening {
  readonly receivedOn: CivilDate;
  readonly receivedAt: string | undefined;
  /** One case per right, once the request has its reference. */
  readonly cases: (reference: string) => readonly [IntakeCase, ...IntakeCase[]];
}

/** Judges an opening by the pure core, one right at a time. @throws Refused where the law or the facts stand against it */
export function judgeOpening(
  body: LetterBody,
  ids: OpeningIds,
  by: string,
  now: Date,
  terms: CaseTerms,
): JudgedOpening {
  const accepted = body.rights.map((right): readonly CaseEvent[] => {
    const command: OpenCase = {
      verb: 'open',
      by,
      right,
      channel: body.channel,
      ...(body.receivedOn && { receivedOn: body.receivedOn }),
      ...(body.receivedAt && { receivedAt: body.receivedAt }),
      ...(body.aboutCase && { about: body.aboutCase }),
      ...(body.stopFor && { stopFor: body.stopFor }),
      ...listingOf(right, body.subject),
      words: ids.wordsId,
      people: peopleFor(right, body.rights, peopleNamed(body)),
      ...(body.doubts !== undefined && { doubts: ids.doubtsId }),
    };
    const decision = decideOpening(command, now.getTime() as Instant);
    if (isRefusal(decision)) throw new Refused(decision);
    return decision;
  });
  const received = accepted[0]?.[0];
  if (!received) throw new Error('A request was judged without any right.');
  return {
    receivedOn: received.on,
    receivedAt: received.at,
    cases: reference => {
      const [first, ...others] = accepted.map((events, place) =>
        intakeCase(events, ids.caseIds[place] ?? '', ids.requestId, `${reference}-${place + 1}`, terms),
      );
      if (!first) throw new Error('A request was judged without any right.');
      return [first, ...others];
    },
  };
}

/** A case that is accepted: what its workflow starts from, and its first row. Of the calendar it takes what it may need. */
export function intakeCase(
  events: readonly CaseEvent[],
  caseId: string,
  requestId: string,
  reference: string,
  terms: CaseTerms,
): IntakeCase {
  const [received] = events;
  if (!received) throw new Error('A case was accepted without any event.');
  if (received.type !== 'RequestReceived') throw new Error('A case begins with its receipt.');
  const settings = terms.settingsFor(received.right);
  const calendar = calendarFor(terms.calendar, received.on, toCivilDate(received.recordedAt.slice(0, 10)));
  const opening = { caseId, requestId, reference, run: 1, events, calendar, settings };
  return { opening, summary: summaryOf(openCaseFile(opening)) };
}
