import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decideOutcome, isToStaff, openCaseFile, type LetterOrder, type LetterReport } from '@duly/case';
import { TryAgain, type Post } from '@duly/mail';
import { LeaseLost } from '@duly/register';
import { sendLetter } from '../activities/send-letter.js';
import { event, theLetter } from '../activities/sending.given.js';
import { anOffice, now, on, time, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { faults, faultyServer, type FaultyServer } from './faulty-server.given.js';

/** Where the process that sends dies, at its first try. */
const crashes = [
  'never',
  'before it claims',
  'after it claims',
  'once it has sent',
  'once it is settled',
] as const;
type Crash = (typeof crashes)[number];
const kinds = [
  'statutory notice',
  'notice of the request',
  'reminder to the requester',
  'letter to staff',
] as const;
type Kind = (typeof kinds)[number];

class Died extends Error {}

let office: GivenOffice;
let request: GivenRequest;
let orders: Readonly<Record<Kind, LetterOrder>>;
let healthy: FaultyServer;
let letters = 0;

beforeAll(async () => {
  office = await anOffice();
  const made = await theLetter(office);
  request = made.request;
  const words = await request.words('There are four systems to search.');
  const extension = {
    ground: 'complexity',
    reasons: words,
    noticeBy: on('2036-04-30'),
    isAfterUnrolledCutOff: false,
  } as const;
  const reminder = { to: 'handler', forDate: on('2036-04-30'), daysBefore: 7 } as const;
  const asked = event('IdentityAskDecided', { doubts: words, words, askedLate: false });
  const only = ([order]: readonly LetterOrder[]): LetterOrder => {
    if (!order) throw new Error('no letter was ordered');
    return order;
  };
  orders = {
    'statutory notice': only(request.ordered(event('ExtensionDecided', extension))),
    'notice of the request': made.order,
    'reminder to the requester': {
      ...only(request.ordered(event('ReminderDue', { to: 'requester', ask: 9 }))),
      about: asked,
      waitsUntil: on('2036-04-30'),
    },
    'letter to staff': only(request.ordered(event('ReminderDue', reminder))),
  };
  healthy = await faultyServer({});
});
afterAll(async () => {
  await healthy.stop();
  await office.stop();
});

interface Row {
  readonly outcome: string;
  readonly sends: number;
  readonly believes: string;
  readonly isPossibleDuplicate: boolean;
}

function dying(post: Post, crash: Crash): Post {
  const send: Post['send'] = async (...letter) => {
    if (crash === 'after it claims') throw new Died();
    const result = await post.send(...letter);
    if (crash === 'once it has sent') throw new Died();
    return result;
  };
  return { send, longestTry: post.longestTry };
}

/** The lease of a process that died runs out. */
const leaseEnds = (letterId: string) =>
  office.register.database.change(
    `UPDATE register.letter SET leased_until = now() - interval '1 second' WHERE letter_id = $1 AND lease IS NOT NULL`,
    [letterId],
  );

/** The first try meets the fault and the crash; every later one a good server and a process that lives. */
async function tried(order: LetterOrder, first: Post, crash: Crash): Promise<LetterReport> {
  for (let turn = 1; turn <= 6; turn += 1) {
    const post = turn === 1 ? dying(first, crash) : healthy.post;
    try {
      if (turn === 1 && crash === 'before it claims') throw new Died();
      const report = await sendLetter(order, office.room(post), time);
      if (turn > 1 || crash !== 'once it is settled') return report;
    } catch (error) {
      if (!(error instanceof Died || error instanceof TryAgain || error instanceof LeaseLost)) throw error;
      await leaseEnds(order.letterId);
    }
  }
  throw new Error('The letter found no end.');
}

function believed(order: LetterOrder, report: LetterReport): string {
  const [opening] = request.openings;
  if (!opening) throw new Error('two cases');
  const events = [...opening.events, ...(order.decided.type === 'RequestReceived' ? [] : [order.decided])];
  const types = decideOutcome(openCaseFile({ ...opening, events }), order, report, now).map(
    ({ type }) => type,
  );
  if (types.includes('NoticeGiven')) return 'given';
  return types.includes('NoticeNotGiven') ? 'not given' : 'nothing';
}

async function rowOf(kind: Kind, name: string, crash: Crash): Promise<Row> {
  letters += 1;
  const order = { ...orders[kind], letterId: `${orders[kind].letterId}.${letters}` };
  const before = healthy.taken();
  const server = await faultyServer(faults[name] ?? {});
  const report = await tried(order, server.post, crash);
  const sends = server.taken() + healthy.taken() - before;
  await server.stop();
  const [kept] = await office.register.database.query<{ twice: boolean }>(
    'SELECT is_possible_duplicate AS twice FROM register.letter WHERE letter_id = $1',
    [order.letterId],
  );
  const believes = believed(order, report);
  return { outcome: report.outcome, sends, believes, isPossibleDuplicate: kept?.twice === true };
}

const isDeep = process.env['DULY_DEEP'] === '1';
const isTried = (kind: Kind, crash: Crash): boolean =>
  isDeep || kind === 'statutory notice' || crash === 'never' || crash === 'once it has sent';
const rows = kinds.flatMap(kind =>
  Object.keys(faults).flatMap(name =>
    crashes.filter(crash => isTried(kind, crash)).map(crash => [kind, name, crash] as const),
  ),
);

const golden = fileURLToPath(new URL('./every-fault.golden.txt', import.meta.url));
const written: string[] = [];

describe('every step of SMTP × every crash of the sender × every kind of letter', () => {
  it.each(rows)(
    '%s · %s · dies %s: none lost, none knowingly twice, none falsely given',
    async (kind, name, crash) => {
      const row = await rowOf(kind, name, crash);
      written.push(
        [
          kind.padEnd(26),
          name.padEnd(40),
          crash.padEnd(20),
          row.outcome.padEnd(9),
          `${row.sends}`,
          row.believes.padEnd(9),
          row.isPossibleDuplicate ? 'perhaps twice' : '',
        ]
          .join(' ')
          .trimEnd(),
      );
      const mostSends = kind === 'statutory notice' || kind === 'notice of the request' ? 2 : 1;
      expect(row.sends).toBeLessThanOrEqual(mostSends);
      // Twice only where nobody could know of the first, and then it is marked.
      if (row.sends > 1) expect(row.isPossibleDuplicate).toBe(true);
      // Given only where a server has it, and has said so.
      if (row.believes === 'given') expect([row.outcome, row.sends > 0]).toEqual(['accepted', true]);
      // Lost is what was never taken and of which the case believes nothing.
      if (!isToStaff(orders[kind])) expect(row.believes).not.toBe('nothing');
      if (row.sends === 0) expect(row.believes).not.toBe('given');
    },
  );

  it('is this table', () => {
    if (isDeep) return;
    const table = `${written.join('\n')}\n`;
    if (process.env['DULY_WRITE_GOLDEN'] === 'yes') writeFileSync(golden, table);
    expect(table).toBe(readFileSync(golden, 'utf8'));
  });
});
