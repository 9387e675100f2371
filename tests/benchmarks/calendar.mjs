// A new public holiday, while 100,000 cases are open: from its import to the last row that it moves.
import { readFile } from 'node:fs/promises';
import { until } from '@duly/infra';
import { inParallel, letterOfToday, post, tokenOf } from './calls.mjs';
import { inDatabase } from './database.mjs';

const openCases = 100_000;
const affected = 300;
const callers = 8;
const name = 'england-and-wales';

/** Rows like the first real one, in all but their ids and with every date of theirs later by 1 to 27 days: none is due on its day. */
async function fill(ask, many) {
  const columns = await ask(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'register' AND table_name = 'case_row' AND is_generated = 'NEVER'`,
  );
  const own = {
    case_id: 'gen_random_uuid()',
    request_id: 'gen_random_uuid()',
    reference: `'DR-2036-' || (800000 + n) || '-1'`,
  };
  const valueOf = ({ name: column, type }) =>
    own[column] ??
    (type === 'date' && !column.startsWith('calendar') ? `c.${column} + (1 + n % 27)::int` : `c.${column}`);
  await ask(
    `INSERT INTO register.case_row (${columns.map(column => column.name).join(', ')})
     SELECT ${columns.map(valueOf).join(', ')}
     FROM (SELECT * FROM register.case_row LIMIT 1) AS c, generate_series(1, ${many}) AS n`,
  );
  await ask('VACUUM ANALYZE register.case_row');
}

const told = (log, since) =>
  [...log.slice(since).matchAll(/duration: ([\d.]+) ms {2}execute [^:]+: WITH due AS MATERIALIZED/g)].map(
    ([, ms]) => Number(ms),
  );

async function affectedCases(house, ask, token) {
  const letter = letterOfToday();
  await inParallel(affected, callers, () => post(`${house.apiUrl}/v1/requests`, token, letter));
  const rows = await until('the cases at rest', 180, async () => {
    const waiting = await ask(
      `SELECT 1 FROM register.intake WHERE started_at IS NULL OR NOT has_row
       UNION ALL SELECT 1 FROM register.letter WHERE outcome_on IS NULL`,
    );
    return waiting.length === 0
      ? ask('SELECT case_id AS id, due_date::text AS due FROM register.case_row')
      : undefined;
  });
  const [due, ...others] = new Set(rows.map(row => row.due));
  if (rows.length !== affected || others.length > 0) throw new Error('The cases are not due on one day.');
  return { ids: rows.map(({ id }) => id), due };
}

async function proveOnlyThose(ask, { ids, version }) {
  const [{ many }] = await ask(
    `SELECT count(*)::int AS many FROM register.timeline WHERE type = 'CalendarChanged'`,
  );
  const [{ wrong }] = await ask(
    `SELECT count(*)::int AS wrong FROM register.calendar_case
     WHERE version = $1 AND (outcome <> 'moved' OR NOT case_id = ANY($2::uuid[]))`,
    [version, ids],
  );
  const [{ outside }] = await ask(
    `SELECT count(*)::int AS outside FROM register.case_row WHERE calendar_version = $1 AND NOT case_id = ANY($2::uuid[])`,
    [version, ids],
  );
  if (ids.length !== affected || many !== ids.length || wrong !== 0 || outside !== 0)
    throw new Error(`${many} cases were told instead of ${ids.length}; ${wrong + outside} of them wrongly.`);
}

/** Every statement with its duration in PostgreSQL's log while the work is done; gives that of the one that finds the cases. */
async function findingOf(ask, logFile, work) {
  await ask('ALTER SYSTEM SET log_min_duration_statement = 0');
  await ask('SELECT pg_reload_conf()');
  const since = (await readFile(logFile, 'utf8')).length;
  await work();
  const [finding] = told(await readFile(logFile, 'utf8'), since);
  await ask('ALTER SYSTEM RESET log_min_duration_statement');
  await ask('SELECT pg_reload_conf()');
  return finding;
}

/** Imports the holiday and waits until each case's row tells its new day and its version. */
async function importAndWait(house, ask, { ids, due }, token) {
  const add = [{ date: due, title: 'A new public holiday', citation: 'A proclamation' }];
  const begun = performance.now();
  const imported = await post(`${house.apiUrl}/v1/calendars/${name}`, token, { add });
  const answered = performance.now() - begun;
  const { version, casesToTell } = imported;
  await until('the register right for every case', 180, async () => {
    const [{ right }] = await ask(
      `SELECT count(*)::int AS right FROM register.case_row
       WHERE case_id = ANY($1::uuid[]) AND calendar_version = $2 AND due_date > $3`,
      [ids, version, due],
    );
    return right === affected ? true : undefined;
  });
  return { version, casesToTell, answered, seconds: (performance.now() - begun) / 1_000 };
}

function tellHoliday({ casesToTell, answered, seconds, finding }) {
  console.log(
    `\nA new public holiday, ${openCases} open cases in the register, ${affected} of them due on it`,
  );
  const line = (what, figure, unit, more = '') =>
    console.log(`${what.padEnd(58)} ${figure.padStart(9)} ${unit}${more}`);
  line('cases found, and told, and none else', String(casesToTell), '');
  line('the statement that finds them', finding.toFixed(1), 'ms');
  line('the import answered', answered.toFixed(1), 'ms');
  const judged = `  aim ≤ 60: ${seconds <= 60 ? 'met' : 'MISSED'}`;
  line('the register right for all of them', seconds.toFixed(1), 's', judged);
}

/** @param house the servers, the worker and the API, its clock the real one; @param logFile of PostgreSQL */
export async function newHoliday(house, logFile) {
  const [handler, administrator] = [await tokenOf(house), await tokenOf(house, 'administrator')];
  await inDatabase(house.database('duly'), async ask => {
    const cases = await affectedCases(house, ask, handler);
    await fill(ask, openCases - affected);
    let imported;
    const finding = await findingOf(ask, logFile, async () => {
      imported = await importAndWait(house, ask, cases, administrator);
    });
    await until('each told case to be noted', 30, async () => {
      const waiting = await ask(`SELECT 1 FROM register.calendar_case WHERE outcome = 'waiting'`);
      return waiting.length === 0 ? true : undefined;
    });
    await proveOnlyThose(ask, { ids: cases.ids, version: imported.version });
    tellHoliday({ ...imported, finding });
  });
}
