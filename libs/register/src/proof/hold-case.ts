import type { RegisterStep } from '@duly/case-protocol';
import { json, type Database, type Sql } from '@duly/postgres';
import { writeDerivedRows } from '../apply-step.js';
import { summaryColumns } from '../case-columns.js';

type Row = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<string, Row>;

/** One table of derived rows: what tells two rows of a case apart, and what in them is not derived. */
interface Derived {
  readonly table: string;
  readonly key: readonly string[];
  /** Who holds the work, when, and what only this machine knows: no history says it. */
  readonly aside: readonly string[];
  /** Which rows `t` come of something else than the case's own steps, and are left alone. */
  readonly beside?: string;
}

/** A delivery outlives its case, and opens tasks and sends letters of its own; no history says it. */
const ofDelivery = (name: string, from = ''): string => `EXISTS (SELECT FROM register.delivery d ${from}
  WHERE d.case_id = t.case_id AND starts_with(${name}, d.delivery_id || '.'))`;

const tables: readonly Derived[] = [
  { table: 'timeline', key: ['number'], aside: [] },
  {
    table: 'task',
    key: ['task_id'],
    aside: ['handler', 'team', 'claimed_at', 'urgency', 'act_by'],
    beside: ofDelivery('t.task_id'),
  },
  {
    table: 'letter_of_case',
    key: ['letter_id'],
    aside: [],
    beside: ofDelivery('l.occasion', 'JOIN register.letter l ON l.letter_id = t.letter_id'),
  },
  { table: 'case_link', key: ['other'], aside: [] },
];
const ofCase = new Set<string>(Object.values(summaryColumns));

export interface CaseComparison {
  /** Each row that is not what the histories say, named by its table and key, with the columns; nothing of their content. */
  readonly differs: readonly string[];
}

const ofItsSteps = ({ table, beside = 'false' }: Pick<Derived, 'table' | 'beside'>): string =>
  `register.${table} t WHERE t.case_id = $1 AND NOT ${beside}`;

async function rowsOf(sql: Sql, derived: Derived, caseId: string): Promise<Rows> {
  const { key, aside } = derived;
  const rows = await sql.query<{ readonly row: Row }>(
    `SELECT to_jsonb(t) AS row FROM ${ofItsSteps(derived)}`,
    [caseId],
  );
  return new Map(
    rows.map(({ row }) => [
      key.map(column => String(row[column])).join('/'),
      Object.fromEntries(Object.entries(row).filter(([column]) => !aside.includes(column))),
    ]),
  );
}

const nothing: Rows = new Map();

async function everyRowOf(sql: Sql, caseId: string): Promise<ReadonlyMap<string, Rows>> {
  const all = new Map<string, Rows>();
  for (const derived of tables) all.set(derived.table, await rowsOf(sql, derived, caseId));
  return all;
}

async function caseRowOf(sql: Sql, caseId: string): Promise<Row | undefined> {
  const [found] = await sql.query<{ readonly row: Row }>(
    'SELECT to_jsonb(c) AS row FROM register.case_row c WHERE case_id = $1 FOR UPDATE',
    [caseId],
  );
  return found?.row;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function differing(name: string, before: Row | undefined, after: Row | undefined): string[] {
  if (!before) return [`${name} is missing`];
  if (!after) return [`${name} follows from no history`];
  const columns = Object.keys({ ...before, ...after }).filter(
    column => !isSame(before[column], after[column]),
  );
  return columns.length === 0 ? [] : [`${name}: ${columns.join(', ')}`];
}

function compared(table: string, before: Rows, after: Rows): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap(key => differing(`${table} ${key}`, before.get(key), after.get(key)));
}

const derivedOf = (row: Row | undefined): Row | undefined =>
  row && Object.fromEntries(Object.entries(row).filter(([column]) => ofCase.has(column)));

/** Puts back what is not derived: whose the case and its tasks are, and what others have written beside. */
async function giveBack(sql: Sql, caseRow: Row | undefined, tasks: readonly Row[]): Promise<void> {
  if (caseRow) {
    const own = Object.keys(caseRow).filter(column => !ofCase.has(column) && !column.startsWith('sort_'));
    await sql.change(
      `UPDATE register.case_row c SET ${own.map(column => `${column} = kept.${column}`).join(', ')}
       FROM jsonb_populate_record(NULL::register.case_row, $1::jsonb) AS kept WHERE c.case_id = kept.case_id`,
      [json(caseRow)],
    );
  }
  await sql.change(
    `UPDATE register.task t SET handler = kept.handler, team = kept.team, claimed_at = kept.claimed_at
     FROM jsonb_populate_recordset(NULL::register.task, $1::jsonb) AS kept WHERE t.task_id = kept.task_id`,
    [json(tasks)],
  );
}

/** Ends the transaction without keeping anything of it. */
class NotKept extends Error {
  constructor(readonly comparison: CaseComparison) {
    super('Only compared.');
  }
}

async function rebuilt(
  sql: Sql,
  caseId: string,
  steps: readonly RegisterStep[],
): Promise<CaseComparison | undefined> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [caseId]);
  const caseRow = await caseRowOf(sql, caseId);
  // The case has gone on since its history was read.
  if (Number(caseRow?.['version'] ?? 0) > (steps.at(-1)?.summary.version ?? 0)) return undefined;
  const before = await everyRowOf(sql, caseId);
  const tasks = await sql.query<{ readonly row: Row }>(
    'SELECT to_jsonb(t) AS row FROM register.task t WHERE case_id = $1',
    [caseId],
  );
  for (const derived of [...tables, { table: 'case_row' }])
    await sql.change(`DELETE FROM ${ofItsSteps(derived)}`, [caseId]);
  for (const step of steps) await writeDerivedRows(sql, step, step.events, 0);
  await giveBack(
    sql,
    caseRow,
    tasks.map(({ row }) => row),
  );
  const after = await everyRowOf(sql, caseId);
  const row = differing('case_row', derivedOf(caseRow), derivedOf(await caseRowOf(sql, caseId)));
  const others = tables.flatMap(({ table }) =>
    compared(table, before.get(table) ?? nothing, after.get(table) ?? nothing),
  );
  return { differs: [...row, ...others] };
}

/**
 * Drops the rows of a case that are derived, writes them again from the steps that its histories hold, and compares. One transaction,
 * so that nobody sees the case without them; where it is only to be compared, nothing of it stays.
 * @param owner the database as its owner: no application may take a row of a timeline away
 * @param steps of every run, in order
 * @returns undefined where the register knows more of the case than these steps: read its histories again
 */
export async function holdCase(
  owner: Database,
  caseId: string,
  steps: readonly RegisterStep[],
  isRebuilt: boolean,
): Promise<CaseComparison | undefined> {
  try {
    return await owner.inTransaction(async sql => {
      const comparison = await rebuilt(sql, caseId, steps);
      if (comparison && !isRebuilt) throw new NotKept(comparison);
      return comparison;
    });
  } catch (error) {
    if (error instanceof NotKept) return error.comparison;
    throw error;
  }
}
