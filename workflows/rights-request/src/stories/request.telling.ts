import { randomUUID } from 'node:crypto';
import {
  decideOpening,
  defaultCaseSettings,
  isRefusal,
  type CaseOpening,
  type CaseRight,
  type CaseSettings,
} from '@duly/case';
import { startOfLondonDay, toCivilDate, toDay, type CivilDate, type Instant } from '@duly/law';
import { testCalendar } from './calendar.telling.js';

export const handler = 'staff-1';
export const colleague = 'staff-2';

/** Ten in the morning in London. */
export const tenOn = (date: string): Instant =>
  (startOfLondonDay(toDay(toCivilDate(date))) + 10 * 3_600_000) as Instant;

/** Stands for an id in the vault; the words themselves never reach a case. */
export const words = (_said: string): string => randomUUID();

export interface Received {
  readonly on: string;
  readonly recordedOn?: string;
  readonly right?: CaseRight;
  readonly settings?: Partial<CaseSettings>;
  readonly agent?: boolean;
  readonly recipient?: boolean;
  readonly unlisted?: true;
}

/** The opening of a case, as the API would accept it. */
export function requestReceived({
  on,
  recordedOn = on,
  right = 'access',
  settings,
  agent,
  unlisted,
  recipient,
}: Received): CaseOpening {
  const events = decideOpening(
    {
      verb: 'open',
      by: handler,
      right,
      channel: 'post',
      receivedOn: on as CivilDate,
      words: words('I would like to see what you hold about me'),
      people: { requester: agent === true, recipient: recipient === true },
      ...(unlisted && { unlisted }),
    },
    tenOn(recordedOn),
  );
  if (isRefusal(events)) throw new Error(events.message);
  return {
    caseId: randomUUID(),
    requestId: randomUUID(),
    reference: 'DR-2036-000001-1',
    run: 1,
    events,
    calendar: testCalendar,
    settings: { ...defaultCaseSettings, ...settings },
  };
}
