import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decideOutcome, isToStaff, openCaseFile, type LetterOrder, type LetterReport } from '@duly/case';
import { TryAgain, type Post, type Send } from '@duly/mail';
import { LeaseLost } from '@duly/register';
import { sendLetter } from '../activities/send-letter.js';
import { event, theLetter } from '../activities/sending.given.js';
import { anOffice, aPost, now, on, time, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { faults, faultyServer } from './faulty-server.given.js';

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
  'extension',
  'acknowledgement',
  'identity request',
  'fee',
  'refusal',
  'answer',
  'reminder to the requester',
  'reminder to the handler',
  'alarm to the handler',
] as const;
type Kind = (typeof kinds)[number];

class Died extends Error {}

let office: GivenOffice;
let request: GivenRequest;
let orders: Readonly<Record<Kind, LetterOrder>>;
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
  const alarm = { forDate: on('2036-04-30'), because: 'due-date-passed' } as const;
  const asked = event('IdentityAskDecided', { doubts: words, words, askedLate: false });
  const fee = { basis: '15(3)', amountPence: 1_000, reasons: words } as const;
  const refusal = { extent: 'wholly', ground: 'manifestly-unfounded', reasons: words } as const;
  const first = ([order]: readonly LetterOrder[]): LetterOrder => {
    if (!order) throw new Error('no letter was ordered');
    return order;
  };
  orders = {
    extension: first(request.ordered(event('ExtensionDecided', extension))),
    acknowledgement: made.order,
    'identity request': first(request.ordered(asked)),
    fee: first(request.ordered(event('FeeAskDecided', fee))),
    refusal: first(request.ordered(event('RefusalDecided', refusal))),
    answer: first(request.ordered(event('AnswerDecided', { extent: 'wholly', words }))),
    'reminder to the requester': {
      ...first(request.ordered(event('ReminderDue', { to: 'requester', ask: 9 }))),
      about: asked,
      waitsUntil: on('2036-04-30'),
    },
    'reminder to the handler': first(request.ordered(event('ReminderDue', reminder))),
    'alarm to the handler': first(request.ordered(event('AlarmRaised', alarm))),
  };
  await fillTable();
}, 600_000);
afterAll(() => office.stop());

interface Row {
  readonly outcome: string;
  readonly sends: number;
  readonly believes: string;
  readonly isPossibleDuplicate: boolean;
}

function dying(post: Post, crash: Crash): Post {
  const send: Send = async (envelope, bytes) => {
    if (crash === 'after it claims') throw new Died();
    const result = await post.send(envelope, bytes);
    if (crash === 'once it has sent') throw new Died();
    return result;
  };
  return { ...aPost(send), longestTry: post.longestTry };
}

/** The lease of a process that died runs out. */
const leaseEnds = (letterId: string) =>
  office.register.database.change(
    `UPDATE register.letter SET leased_until = now() - interval '1 second' WHERE letter_id = $1 AND lease IS NOT NULL`,
    [letterId],
  );

/** The first try meets the fault and the crash; every later one a good server and a process that lives. */
async function tried(
  order: LetterOrder,
  { faulty, healthy }: { readonly faulty: Post; readonly healthy: Post },
  crash: Crash,
): Promise<LetterReport> {
  for (let turn = 1; turn <= 6; turn += 1) {
    const post = turn === 1 ? dying(faulty, crash) : healthy;
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
  const [faulty, healthy] = [await faultyServer(faults[name] ?? {}), await faultyServer({})];
  const report = await tried(order, { faulty: faulty.post, healthy: healthy.post }, crash);
  const sends = faulty.taken() + healthy.taken();
  await Promise.all([faulty.stop(), healthy.stop()]);
  const [kept] = await office.register.database.query<{ twice: boolean }>(
    'SELECT is_possible_duplicate AS twice FROM register.letter WHERE letter_id = $1',
    [order.letterId],
  );
  const believes = believed(order, report);
  return { outcome: report.outcome, sends, believes, isPossibleDuplicate: kept?.twice === true };
}

const rows = kinds.flatMap(kind =>
  Object.keys(faults).flatMap(name => crashes.map(crash => [kind, name, crash] as const)),
);
const table = new Map<string, Row>();
const keyOf = (...row: (typeof rows)[number]): string => row.join(' · ');
/** Letters under way at once: most of their time is waiting. */
const atOnce = 12;

async function fillTable(): Promise<void> {
  const waiting = rows.values();
  const fill = async (): Promise<void> => {
    for (const row of waiting) table.set(keyOf(...row), await rowOf(...row));
  };
  await Promise.all(Array.from({ length: atOnce }, fill));
}

function written([kind, name, crash]: (typeof rows)[number]): string {
  const { outcome, sends, believes, isPossibleDuplicate } = rowFor(kind, name, crash);
  const told = [
    outcome.padEnd(9),
    `${sends}`,
    believes.padEnd(9),
    isPossibleDuplicate ? 'perhaps twice' : '',
  ];
  return [kind.padEnd(26), name.padEnd(40), crash.padEnd(20), ...told].join(' ').trimEnd();
}

function rowFor(...row: (typeof rows)[number]): Row {
  const found = table.get(keyOf(...row));
  if (!found) throw new Error(`There is no row ${keyOf(...row)}.`);
  return found;
}

const goesOnce = (kind: Kind): boolean => isToStaff(orders[kind]) || kind === 'reminder to the requester';
const golden = fileURLToPath(new URL('./every-fault.golden.txt', import.meta.url));

describe('every step of SMTP × every crash of the sender × every kind of letter', () => {
  it.each(rows)(
    '%s · %s · dies %s: not lost, not knowingly twice, not falsely given',
    (kind, name, crash) => {
      const row = rowFor(kind, name, crash);
      expect(row.sends).toBeLessThanOrEqual(goesOnce(kind) ? 1 : 2);
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
    const now = `${rows.map(written).join('\n')}\n`;
    if (process.env['DULY_WRITE_GOLDEN'] === 'yes') writeFileSync(golden, now);
    expect(now).toBe(readFileSync(golden, 'utf8'));
  });
});
