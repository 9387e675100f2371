// The lists that a day is worked from, over a million cases and their tasks: what PostgreSQL takes for a page (planning and execution, by its
// own clock), each time from another place of the list and for another handler or team. DULY_BENCH_CASES says how many cases.
import { hash, randomUUID } from 'node:crypto';
import { dataMigrations, pageStatement, taskStatement, writeCursor } from '@duly/register';
import { Database } from '@duly/postgres';
import { testDatabase } from '@duly/testing';
import { inDatabase } from './database.mjs';
import { median, tell } from './rounds.mjs';

const cases = Number(process.env.DULY_BENCH_CASES ?? 1_000_000);
const pages = 200;
/** Milliseconds. */
const mostForPage = 15;
const handlers = 400;
const teams = 40;

/** One case in five is open, as after some years of work; requests have two cases. */
const fillCases = `INSERT INTO register.case_row (case_id, request_id, reference, run, version, case_right, channel, received_on, ruleset,
    state, extension, is_provisional, calendar, calendar_version, is_due_soon, is_identity_asked_late, due_date, plan_by, closed_on, handler, team,
    alarm_for, open_asks)
  SELECT md5('case ' || n)::uuid, md5('request ' || n / 2)::uuid, 'DR-2037-' || lpad((n / 2)::text, 7, '0') || '-' || 1 + n % 2, 1, 1,
    (ARRAY['access', 'erasure', 'portability', 'objection'])[1 + n % 4], 'email', date '2036-01-01' + n % 1000, 'r',
    CASE WHEN n % 5 > 0 THEN CASE WHEN n % 11 = 0 THEN 'CLOSED_WITHDRAWN' ELSE 'CLOSED_COMPLETED' END WHEN n % 35 = 0 THEN 'AWAITING_FEE' ELSE 'RUNNING' END,
    'none', false, 'c', 'v', false, false, date '2036-02-01' + n % 1000, date '2036-01-25' + n % 1000,
    CASE WHEN n % 5 > 0 THEN date '2036-01-30' + n % 1000 END, CASE WHEN n % 15 > 0 THEN 'worker-' || n % ${handlers} END, 'team-' || n % ${teams},
    CASE WHEN n % 500 = 0 THEN date '2036-02-01' END, (n % 250 = 0)::int
  FROM generate_series(1, ${cases}) n`;
const fillTasks = `INSERT INTO register.task (task_id, case_id, request_id, reference, kind, opened_by, about, opened_at, handler, team, act_by, urgency)
  SELECT 'task-' || n, md5('case ' || n)::uuid, md5('request ' || n / 2)::uuid, 'DR-2037-' || n, 'assess', 1, 1, now(),
    CASE WHEN n % 15 > 0 THEN 'worker-' || n % ${handlers} END, 'team-' || n % ${teams}, date '2036-02-01' + n % 1000, (n % 500 > 0)::int
  FROM generate_series(5, ${cases}, 5) n`;
const some = many => Math.floor(Math.random() * many);
const requestOf = n =>
  hash('md5', `request ${n}`, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
const day = () => new Date(Date.UTC(2036, 1, 1 + some(1_000))).toISOString().slice(0, 10);
const lists = {
  'all cases': () => ({}),
  'open cases': () => ({ open: true }),
  'closed cases': () => ({ open: false }),
  'open cases of a right': () => ({ open: true, right: ['erasure'] }),
  'cases in a state': () => ({ state: ['AWAITING_FEE'] }),
  'open cases of a handler': () => ({ open: true, handler: `worker-${some(handlers)}` }),
  'open cases of nobody': () => ({ open: true, handler: null }),
  'cases of a team': () => ({ team: `team-${some(teams)}` }),
  'cases with an alarm': () => ({ alarm: true }),
  'cases that wait for a source': () => ({ awaitsSource: true }),
  'open cases due in a month': () => ({ open: true, dueFrom: day(), dueTo: '2038-12-31' }),
};
const worked = {
  'tasks of all': () => ({}),
  'tasks of a handler': () => ({ handler: [`worker-${some(handlers)}`] }),
  'tasks of nobody': () => ({ handler: null }),
  'tasks of a team': () => ({ team: `team-${some(teams)}` }),
};

/** Cases are read from an index alone; work from one in its order, and its cases by their ids. */
const readOtherwise =
  /"Node Type":"(?:(?:Index|Bitmap Heap|Seq) Scan"[^{}]*"Relation Name":"case_row"|Seq Scan"[^{}]*"Relation Name":"task")/;
const readWhole = /"Node Type":"Seq Scan"[^{}]*"Relation Name":"(?:case_row|task)"/;

/** The slowest of twenty, as somebody meets it every day. */
const p95 = times => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

async function measured(ask, name, statement, otherwise) {
  const times = [];
  for (let count = 0; count < pages; count += 1) {
    const { text, values } = statement(count);
    const [row] = await ask(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
    const [plan] = row['QUERY PLAN'];
    if (otherwise.test(JSON.stringify(plan))) throw new Error(`${name}: ${JSON.stringify(plan)}`);
    times.push(plan['Planning Time'] + plan['Execution Time']);
  }
  tell(`${name} (p50)`, [median(times)], 'ms');
  tell(`${name} (p95)`, [p95(times)], 'ms', mostForPage);
}

async function onePlace(work) {
  const place = await testDatabase();
  try {
    const owner = await Database.open({
      url: place.url,
      poolSize: 2,
      application: 'bench',
      migrations: dataMigrations,
    });
    await owner.migrate();
    await owner.close();
    await inDatabase(place.url, work);
  } finally {
    await place.stop();
  }
}

export async function listsOfMany() {
  await onePlace(async ask => {
    for (const statement of [fillCases, fillTasks]) await ask(statement);
    await ask('VACUUM (ANALYZE) register.case_row, register.task, register.intake');
    console.log(`\nA page of 50 over ${cases} cases, in the database`);
    // Every other page is from somewhere in the list, as when somebody pages on.
    const asked = (count, { dueFrom = day() }) =>
      count % 2 === 0 ? {} : { cursor: writeCursor({ after: dueFrom, id: randomUUID() }) };
    for (const [name, narrowed] of Object.entries(lists))
      await measured(
        ask,
        name,
        count => {
          const filter = narrowed();
          return pageStatement(filter, asked(count, filter));
        },
        readOtherwise,
      );
    await measured(
      ask,
      'the cases of a request',
      () => pageStatement({ requestId: requestOf(some(cases / 2)) }, {}),
      readOtherwise,
    );
    for (const [name, filter] of Object.entries(worked))
      await measured(ask, name, () => taskStatement(filter(), {}), readWhole);
  });
}
