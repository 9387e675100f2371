import type { RequestOpened } from '@duly/api-contract';
import { until } from '@duly/infra';
import { Register } from '@duly/register';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

/** `npm run deep` tries it with the crowd of a whole outage. */
const many = process.env['DULY_DEEP'] === '1' ? 2_000 : 40;
/** Of them answered before anybody was reminded, and opened while no worker was there. */
const [answered, late] = [many / 10, many / 10];
const perMinute = many === 2_000 ? 3_000 : 600;
/** Seconds. */
const patience = 120 + many * 0.4;
const callers = 8;

let journey: Journey;
let register: Register;
beforeAll(async () => {
  // Five working days before the last day have passed, and it is an hour at which nobody is reminded.
  journey = await Journey.begin({
    at: '2036-04-24T12:00:00Z',
    settings: { QUIET_HOURS: '00:00-23:59', ALARM_WINDOW: 'PT1S' },
  });
  const url = journey.environment['DATABASE_URL'] ?? '';
  register = await Register.open({ url, poolSize: 2, application: 'duly spec' });
}, 300_000);
afterAll(async () => {
  await register.close();
  await journey.end();
});

async function inParallel<Made>(count: number, make: (place: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      made.push(await make(next));
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  return made;
}

async function open(count: number): Promise<RequestOpened[]> {
  const handler = await journey.as('handler');
  return inParallel(count, () => handler.done<RequestOpened>('/v1/requests', requestBody()));
}

const count = async (statement: string): Promise<number> => {
  const [row] = await register.database.query<{ many: number }>(`SELECT count(*) AS many FROM ${statement}`);
  return Number(row?.many);
};
const waiting = () => count(`register.letter_to_staff WHERE letter_order->>'kind' = 'reminder-to-handler'`);
const subjects = () => journey.servers.mail.letters().map(({ subject }) => subject);
const isReminder = (subject: string): boolean => subject.startsWith('A case is due soon');
const referenceIn = (subject: string): string => /DR-\d+-\d+-\d+/u.exec(subject)?.[0] ?? '';

it('reminds each of a crowd of back-dated cases once when the worker comes up, at its pace, notices first, and no answered one', async () => {
  const handler = await journey.as('handler');
  const early = await open(many - late);
  await until(
    'every reminder to be decided',
    patience,
    async () => (await waiting()) === early.length || undefined,
  );
  const done = early.slice(0, answered).flatMap(({ cases }) => cases.slice(0, 1));
  await inParallel(done.length, async place => {
    const id = done[place - 1]?.id ?? '';
    await handler.done(`/v1/cases/${id}/answer`, { extent: 'wholly', words: 'Here is the copy.' });
  });
  const closed = 'register.case_row WHERE closed_on IS NOT NULL';
  await until('the answers', patience, async () => (await count(closed)) === done.length || undefined);
  expect(subjects().filter(isReminder)).toEqual([]);

  await journey.worker.kill();
  await open(late);
  const began = performance.now();
  const pace = {
    QUIET_HOURS: '00:00-00:01',
    STAFF_LETTERS_A_MINUTE: String(perMinute),
    // What a killed worker had in its hands comes round again when no try of it can be under way.
    SMTP_CONNECT_TIMEOUT: 'PT1S',
    SMTP_SOCKET_TIMEOUT: 'PT2S',
  };
  await journey.startWorker(pace);
  await until('the first reminders', patience, () => subjects().filter(isReminder).length >= 5 || undefined);
  // A power cut in the middle: what was in the air has an outcome nobody knows, and is not sent again.
  await journey.worker.kill();
  await journey.startWorker(pace);
  const unsettled = `register.letter WHERE kind = 'reminder-to-handler' AND outcome_on IS NULL`;
  const decided = `register.letter WHERE kind = 'reminder-to-handler'`;
  await until('every reminder to have its outcome', patience, async () => {
    if ((await count(decided)) < many || (await count(unsettled)) > 0) return undefined;
    return true;
  });
  const seconds = (performance.now() - began) / 1_000;
  await until('every letter to have left the hands of the worker', patience, async () => {
    const inHand = await count('register.letter WHERE leased_until > now()');
    return (inHand === 0 && (await waiting()) === 0) || undefined;
  });

  const all = subjects();
  const reminded = all.filter(isReminder).map(referenceIn);
  expect(new Set(reminded).size).toBe(reminded.length);
  const stillOpen = many - done.length;
  const states = await register.database.query<{ state: string; many: number }>(
    `SELECT state, count(*) AS many FROM register.letter WHERE kind = 'reminder-to-handler' GROUP BY state`,
  );
  const of = (state: string): number => states.find(one => one.state === state)?.many ?? 0;
  expect(of('not-needed')).toBe(done.length);
  expect(of('accepted') + of('unknown')).toBe(stillOpen);
  expect(reminded.length).toBeGreaterThanOrEqual(of('accepted'));
  // The most that can be in the air at once.
  expect(of('unknown')).toBeLessThanOrEqual(8);
  const silent = await register.database.query<{ reference: string }>(`SELECT reference FROM ${closed}`);
  for (const { reference } of silent) expect(reminded).not.toContain(reference);
  const lastNotice = all.findLastIndex(subject => !isReminder(subject));
  const before = all.slice(0, lastNotice).filter(isReminder).length;
  expect(lastNotice).toBeLessThan(all.length - 1);
  const share = `${reminded.length} reminders in ${seconds.toFixed(0)} s at ${perMinute} a minute at most`;
  process.stdout.write(
    `${many} back-dated cases: ${share} · twice 0 · to an answered case 0 · unknown ${of('unknown')} · reminders before the last notice ${before}\n`,
  );
  expect(reminded.length / seconds).toBeLessThanOrEqual((perMinute / 60) * 1.7);
}, 3_600_000);
