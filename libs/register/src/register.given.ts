import { randomUUID } from 'node:crypto';
import {
  defaultCaseSettings,
  type CaseEvent,
  type CaseOpening,
  type CaseRight,
  type CaseSummary,
  type EventData,
  type EventType,
  type LetterOrder,
  type OpenTask,
} from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { readDay, writeDay, type Calendar, type CivilDate } from '@duly/law';
import { applicationRole, Database } from '@duly/postgres';
import { testDatabase } from '@duly/testing';
import { dataMigrations } from './migrate.js';
import { Register } from './register.js';
import type { RequestToAccept } from './accept-request.js';

export const on = (written: string): CivilDate => {
  const day = readDay(written);
  if (day === undefined) throw new Error(`${written} is no date`);
  return writeDay(day);
};

async function fill(url: string): Promise<void> {
  const owner = await Database.open({ url, poolSize: 2, application: 'spec', migrations: dataMigrations });
  await owner.migrate();
  await owner.close();
}

/** A register of its own, opened with the rights an application has. */
export async function aRegister(): Promise<{ register: Register; url: string; stop: () => Promise<void> }> {
  const place = await testDatabase({ name: 'register-spec', fill });
  const database = await Database.open({
    url: place.url,
    poolSize: 10,
    application: 'spec',
    role: applicationRole,
  });
  const stop = async () => {
    await database.close();
    await place.stop();
  };
  return { register: new Register(database), url: place.url, stop };
}

const calendar: Calendar = {
  name: 'england-and-wales',
  version: 'spec',
  covers: { from: on('2030-01-01'), to: on('2050-12-31') },
  holidays: [],
};

export const aSummary = (given: Partial<CaseSummary> = {}): CaseSummary => ({
  caseId: randomUUID(),
  requestId: randomUUID(),
  reference: `DR-2036-${randomUUID()}-1`,
  run: 1,
  version: 1,
  right: 'access',
  channel: 'email',
  receivedOn: on('2036-03-31'),
  ruleset: 'uk-gdpr-2026',
  state: 'RUNNING',
  outcome: null,
  closedOn: null,
  inTime: null,
  relevantDate: on('2036-03-31'),
  dueDate: on('2036-04-30'),
  unextendedDueDate: on('2036-04-30'),
  extendedDueDate: on('2036-06-30'),
  conservativeDueDate: on('2036-04-30'),
  fallbackDueDate: on('2036-04-30'),
  planBy: on('2036-04-30'),
  extensionNoticeBy: on('2036-04-30'),
  conservativeExtensionNoticeBy: on('2036-04-30'),
  extension: 'none',
  promisedDate: null,
  isProvisional: false,
  calendar: 'england-and-wales',
  calendarVersion: 'spec',
  calendarTo: on('2050-12-31'),
  isDueSoon: false,
  alarmFor: null,
  isIdentityAskedLate: false,
  owes: [],
  reason: null,
  isEnquiry: false,
  targetDate: on('2036-04-28'),
  excludedDays: 0,
  countedDays: null,
  refusedFor: [],
  idleSince: on('2036-03-31'),
  longestIdleDays: 0,
  ...given,
});

export function anEvent<Type extends EventType>(
  number: number,
  type: Type,
  data: EventData[Type],
): CaseEvent {
  const head = {
    number,
    run: 1,
    on: on('2036-03-31'),
    recordedAt: '2036-03-31T09:00:00.000Z',
    by: 'staff-1',
    cite: 'UK GDPR Art 12A(1) (R16)',
  };
  return { ...head, type, ...data } as CaseEvent;
}

export const received = (number = 1): CaseEvent =>
  anEvent(number, 'RequestReceived', {
    right: 'access',
    channel: 'email',
    words: randomUUID(),
    people: { requester: false, recipient: false },
  });

export const aTask = (given: Partial<OpenTask> = {}): OpenTask => ({
  taskId: `${randomUUID()}.1.1.assess`,
  kind: 'assess',
  openedBy: 1,
  about: 1,
  ...given,
});

/** The first step of a case, or another one with these parts. */
export function aStep(given: Partial<RegisterStep> & { summary?: CaseSummary } = {}): RegisterStep {
  const summary = given.summary ?? aSummary();
  return {
    caseId: summary.caseId,
    requestId: summary.requestId,
    reference: summary.reference,
    run: summary.run,
    events: [received()],
    tasks: { opened: [], ended: [] },
    letters: [],
    toStaff: [],
    caseTime: new Date().toISOString(),
    ...given,
    summary,
  };
}

export const anOpening = (summary: CaseSummary): CaseOpening => ({
  caseId: summary.caseId,
  requestId: summary.requestId,
  reference: summary.reference,
  run: summary.run,
  events: [received()],
  calendar,
  settings: defaultCaseSettings,
});

/** A request for these rights, as the API would hand it over. */
export function aRequest(
  given: Partial<RequestToAccept> = {},
  rights: readonly [CaseRight, ...CaseRight[]] = ['access'],
): RequestToAccept {
  const requestId = given.requestId ?? randomUUID();
  const [first, ...more] = rights.map(right => ({ right, caseId: randomUUID() }));
  if (!first) throw new Error('A request asks for one right at least.');
  const toCase = (reference: string) => (one: { right: CaseRight; caseId: string }, place: number) => {
    const summary = aSummary({ ...one, requestId, reference: `${reference}-${place + 1}` });
    return { opening: anOpening(summary), summary };
  };
  return {
    requestId,
    receivedOn: on('2036-03-31'),
    channel: 'email',
    people: { requester: false, recipient: false },
    wordsId: randomUUID(),
    acceptedBy: 'staff-1',
    cases: reference => [
      toCase(reference)(first, 0),
      ...more.map((one, place) => toCase(reference)(one, place + 1)),
    ],
    suppressions: [],
    likeness: [],
    sealedRows: [],
    grace: 3_600,
    ...given,
  };
}

export function aLetter(given: Partial<LetterOrder> = {}): LetterOrder {
  const summary = aSummary();
  return {
    letterId: `${randomUUID()}.1.1.acknowledgement.requester`,
    level: 'request',
    kind: 'acknowledgement',
    recipient: 'requester',
    caseId: summary.caseId,
    requestId: summary.requestId,
    reference: 'DR-2036-000001-1',
    run: 1,
    occasion: 'opening',
    right: 'access',
    receivedOn: summary.receivedOn,
    dueDate: summary.dueDate,
    extendedDueDate: summary.extendedDueDate,
    planBy: summary.planBy,
    decided: received(),
    ...given,
  };
}
