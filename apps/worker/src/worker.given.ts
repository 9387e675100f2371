import { randomUUID } from 'node:crypto';
import {
  defaultCaseSettings,
  type CaseEvent,
  type CaseOpening,
  type LetterOrder,
  type PeopleNamed,
} from '@duly/case';
import { decideOpening, isRefusal, lettersDecidedBy, openCaseFile, summaryOf } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { readDay, writeDay, type Calendar, type CivilDate, type Instant } from '@duly/law';
import { LetterMaker, LetterWriter, senderFrom } from '@duly/letters';
import type { Post, Send } from '@duly/mail';
import { Database } from '@duly/postgres';
import { dataMigrations, keysMigrations, Register } from '@duly/register';
import { readSettings } from '@duly/settings';
import { testDatabase } from '@duly/testing';
import { isErased, keysRole, Vault, type People } from '@duly/vault';
import type { PostRoom } from './activities/send-letter.js';
import { makerOptionsFrom } from './worker-parts.js';

export const on = (written: string): CivilDate => {
  const day = readDay(written);
  if (day === undefined) throw new Error(`${written} is no date`);
  return writeDay(day);
};

export const now = Date.parse('2036-03-31T09:00:00Z') as Instant;
export const time = () => ({ on: on('2036-03-31'), at: '2036-03-31T09:00:00.000Z' });

/** Reaches far enough for dates that lie ahead of the real clock. */
const calendar: Calendar = {
  name: 'england-and-wales',
  version: 'spec',
  covers: { from: on('2030-01-01'), to: on('2050-12-31') },
  holidays: [],
};

/** A post where nobody waits for a turn. */
export const aPost = (send: Send): Post => ({
  longestTry: 60,
  longestWait: 0,
  send,
  inTurn: (_turn, work) => work(send),
});

const filledBy = (migrations: typeof dataMigrations) => async (url: string) => {
  const owner = await Database.open({ url, poolSize: 2, application: 'spec', migrations });
  await owner.migrate();
  await owner.close();
};

export interface GivenOffice {
  readonly register: Register;
  readonly vault: Vault;
  room(post: Post): PostRoom;
  stop(): Promise<void>;
}

/** A post room over two databases that have their tables. */
export async function anOfficeOver(url: string, keysUrl: string): Promise<GivenOffice> {
  const settings = readSettings('worker', { DATABASE_URL: url, KEYS_DATABASE_URL: keysUrl });
  const register = await Register.open({ url, poolSize: 6, application: 'spec' });
  const keys = await Database.open({ url: keysUrl, poolSize: 6, application: 'spec', role: keysRole });
  const vault = new Vault({ data: register.database, keys, masterKeys: settings.vaultMasterKeys });
  const maker = new LetterMaker(
    new LetterWriter(register, vault, senderFrom(settings)),
    vault,
    makerOptionsFrom(settings),
  );
  return {
    register,
    vault,
    room: post => ({ register, vault, maker, post, from: settings.mailFrom }),
    stop: async () => {
      await register.close();
      await keys.close();
    },
  };
}

/** One office for a whole file of specs; two databases for each of them would take most of its time. */
export interface SharedOffice extends GivenOffice {
  /** Forgets cases, letters and staff; what only grows, stays. */
  emptied(): Promise<void>;
}

const emptying = `
  TRUNCATE register.letter, register.digest, register.staff, register.case_row CASCADE;
  UPDATE register.staff_pace SET next_at = '-infinity'`;

/** A post room over two databases of its own. */
export async function anOffice(): Promise<SharedOffice> {
  const data = await testDatabase({ name: 'worker-data-spec', fill: filledBy(dataMigrations) });
  const keys = await testDatabase({ name: 'worker-keys-spec', fill: filledBy(keysMigrations) });
  const office = await anOfficeOver(data.url, keys.url);
  const owner = await Database.open({ url: data.url, poolSize: 1, application: 'spec' });
  const stop = async () => {
    await owner.close();
    for (const one of [office, data, keys]) await one.stop();
  };
  const emptied = async () => {
    await owner.query(emptying);
  };
  return { ...office, emptied, stop };
}

export interface GivenRequest {
  readonly requestId: string;
  readonly openings: readonly CaseOpening[];
  /** Of each case, the order of its first letter: one and the same letter. */
  readonly acknowledgements: readonly LetterOrder[];
  /** An event of the first case, and the letters it decides. */
  ordered(event: CaseEvent): readonly LetterOrder[];
  words(text: string): Promise<string>;
}

/** A request of two rights, accepted with its people and its words. */
export async function aRequest({ register, vault }: GivenOffice, people: People): Promise<GivenRequest> {
  const requestId = randomUUID();
  const rights = ['access', 'erasure'] as const;
  const caseIds = rights.map(() => randomUUID());
  await vault.createKeys(requestId, caseIds);
  const named: PeopleNamed = { requester: !!people.requester, recipient: !!people.recipient };
  const wordsId = randomUUID();
  const [sealedPeople, sealedWords] = [
    await vault.sealPeople(requestId, people),
    await vault.sealWords({ wordsId, requestId, text: 'Zebedee asked for all of it, at the counter' }),
  ];
  if (isErased(sealedPeople) || isErased(sealedWords)) throw new Error('sealed for a request that lives');
  const openings: CaseOpening[] = [];
  const accepted = await register.accept({
    requestId,
    receivedOn: on('2036-03-31'),
    channel: 'in-person',
    people: named,
    wordsId,
    acceptedBy: 'staff-1',
    suppressions: [],
    likeness: [],
    sealedRows: [sealedPeople, sealedWords],
    cases: reference => {
      const made = rights.map((right, place) => {
        const events = decideOpening(
          {
            verb: 'open',
            by: 'staff-1',
            right,
            channel: 'in-person',
            receivedOn: on('2036-03-31'),
            words: wordsId,
            people: named,
          },
          now,
        );
        if (isRefusal(events)) throw new Error(events.message);
        const opening = {
          caseId: caseIds[place]!,
          requestId,
          reference: `${reference}-${place + 1}`,
          run: 1,
          events,
          calendar,
          settings: defaultCaseSettings,
        };
        return { opening, summary: summaryOf(openCaseFile(opening)) };
      });
      return [made[0]!, made[1]!];
    },
  });
  openings.push(...accepted.cases.map(one => one.opening));
  return {
    requestId,
    openings,
    acknowledgements: openings.flatMap(opening =>
      lettersDecidedBy(openCaseFile(opening), opening.events[0]!),
    ),
    ordered: event =>
      lettersDecidedBy(openCaseFile({ ...openings[0]!, events: [...openings[0]!.events, event] }), event),
    words: async text => {
      const id = randomUUID();
      await vault.storeWords({ wordsId: id, requestId, caseId: openings[0]!.caseId, text });
      return id;
    },
  };
}

/** The first step of a case, as its workflow would record it. */
export const firstStep = (opening: CaseOpening): RegisterStep => ({
  caseId: opening.caseId,
  requestId: opening.requestId,
  reference: opening.reference,
  run: 1,
  events: opening.events,
  summary: summaryOf(openCaseFile(opening)),
  tasks: { opened: [], ended: [] },
  toStaff: [],
  letters: lettersDecidedBy(openCaseFile(opening), opening.events[0]!).map(order => ({
    ...order,
    decided: order.decided.number,
  })),
  caseTime: new Date().toISOString(),
});
