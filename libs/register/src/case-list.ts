import type { CaseRight } from '@duly/case';
import type { CivilDate, ClockState } from '@duly/law';
import type { Sql, SqlValue } from '@duly/postgres';
import { acceptedRows } from './accepted-rows.js';
import { isLate, selectItem, type CaseItem } from './case-row.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, type Page } from './keyset.js';

/** What may be asked of the list of cases; what is absent narrows nothing. */
export interface CaseFilter {
  readonly state?: readonly ClockState[];
  readonly right?: readonly CaseRight[];
  /** Binding date on or after this day. */
  readonly dueFrom?: CivilDate;
  /** Binding date on or before this day. */
  readonly dueTo?: CivilDate;
  /** A staff id; null asks for what nobody has claimed. */
  readonly handler?: string | null;
  readonly team?: string;
  /** Whether an alarm stands. */
  readonly alarm?: boolean;
  readonly late?: boolean;
  readonly open?: boolean;
  /** Of a case, or of a request: then all its cases. */
  readonly reference?: string;
  readonly requestId?: string;
  /** Complaints about this case (R54). */
  readonly about?: string;
}

export const caseSorts = ['due', 'plan-by', 'received'] as const;
export type CaseSort = (typeof caseSorts)[number];

const sortColumns: Readonly<Record<CaseSort, string>> = {
  due: 'sort_due',
  'plan-by': 'sort_plan',
  received: 'received_on',
};

export interface PageAsked<Sort> {
  readonly sort?: Sort;
  /** 1 to 200; default 50. */
  readonly limit?: number;
  readonly cursor?: string;
}

function conditionsOf(filter: CaseFilter): Conditions {
  const conditions = new Conditions()
    .where(filter.state, 'state = ANY(?)')
    .where(filter.right, 'case_right = ANY(?)')
    .where(filter.dueFrom, 'due_date >= ?')
    .where(filter.dueTo, 'due_date <= ?')
    .where(filter.team, 'team = ?')
    .where(filter.requestId, 'request_id = ?')
    .where(
      filter.about,
      'request_id IN (SELECT r.request_id FROM register.request r WHERE r.about_case = ?)',
    );
  if (filter.handler === null) conditions.add('handler IS NULL');
  else conditions.where(filter.handler, 'handler = ?');
  if (filter.alarm !== undefined) conditions.add(`alarm_for IS ${filter.alarm ? 'NOT ' : ''}NULL`);
  if (filter.open !== undefined) conditions.add(`closed_on IS ${filter.open ? '' : 'NOT '}NULL`);
  if (filter.late !== undefined) conditions.add(`coalesce(${isLate}, false) = ?`, filter.late);
  if (filter.reference !== undefined) {
    const { reference } = filter;
    conditions.add(
      '(reference = ? OR request_id = (SELECT r.request_id FROM register.request r WHERE r.reference = ?))',
      reference,
      reference,
    );
  }
  return conditions;
}

interface Sorted {
  readonly sort_key: unknown;
  readonly sorted: string;
}

/** The places on a page: between 1 and 200. */
export const limitOf = (limit = 50): number => Math.min(200, Math.max(1, Math.trunc(limit)));

/** What a page is asked by: one row more than it shows. @throws WrongCursor */
export function pageStatement(
  filter: CaseFilter,
  { sort = 'due', limit, cursor: written }: PageAsked<CaseSort>,
): { readonly text: string; readonly values: readonly SqlValue[] } {
  const column = sortColumns[sort];
  const conditions = conditionsOf(filter);
  const cursor = cursorFrom(written);
  if (cursor) conditions.add(`(${column}, case_id) > (?::date, ?::uuid)`, cursor.after, cursor.id);
  const [where, most] = [conditions.text, conditions.place(limitOf(limit) + 1)];
  // Each half reads no more than a page from an index of its own order; a case is in one half only, by one flag.
  const half = (rows: string) => `(SELECT ${selectItem}, ${column} AS sort_key, ${column}::text AS sorted
     FROM ${rows} ${where} ORDER BY ${column}, case_id LIMIT ${most})`;
  const text = `${half('register.case_row')} UNION ALL ${half(acceptedRows)} ORDER BY sort_key, "caseId" LIMIT ${most}`;
  return { text, values: conditions.values };
}

/** A page of cases, those without a date last; one that was accepted is listed at once. @throws WrongCursor */
export async function listCases(
  sql: Sql,
  filter: CaseFilter,
  asked: PageAsked<CaseSort> = {},
): Promise<Page<CaseItem>> {
  const { text, values } = pageStatement(filter, asked);
  return pageOf(
    await sql.query<CaseItem & Sorted>(text, values),
    limitOf(asked.limit),
    ({ sorted: _sorted, sort_key: _key, ...item }) => item,
    ({ sorted, caseId }) => ({ after: sorted, id: caseId }),
  );
}
