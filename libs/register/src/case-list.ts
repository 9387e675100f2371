import type { CaseRight } from '@duly/case';
import type { CivilDate, ClockState } from '@duly/law';
import type { Sql, SqlValue } from '@duly/postgres';
import { acceptedRows } from './accepted-rows.js';
import { isLate, selectItem, type CaseItem } from './case-row.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, type Page } from './keyset.js';
import { bearersOf, mostBearers } from './sought-names.js';

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
  /** Whether a source has not answered yet. */
  readonly awaitsSource?: boolean;
  /** Cases of whoever bears all of these: keyed hashes, one at least. */
  readonly named?: readonly [string, ...string[]];
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
    .among(filter.state, 'state')
    .among(filter.right, 'case_right')
    .where(filter.dueFrom, 'sort_due >= ? AND due_date IS NOT NULL')
    .where(filter.dueTo, 'sort_due <= ?')
    .where(filter.team, 'team = ?')
    .where(filter.requestId, 'request_id = ?')
    .where(
      filter.about,
      'request_id IN (SELECT r.request_id FROM register.request r WHERE r.about_case = ?)',
    );
  if (filter.handler === null) conditions.add('handler IS NULL');
  else conditions.where(filter.handler, 'handler = ?');
  if (filter.alarm !== undefined) conditions.add(`alarm_for IS ${filter.alarm ? 'NOT ' : ''}NULL`);
  if (filter.awaitsSource !== undefined) conditions.add(`open_asks ${filter.awaitsSource ? '>' : '='} 0`);
  if (filter.named !== undefined) {
    const { named } = filter;
    conditions.add(`request_id = ANY(ARRAY(${bearersOf(named.length)}))`, ...named, mostBearers);
  }
  if (filter.open !== undefined) conditions.add(`closed_on IS ${filter.open ? '' : 'NOT '}NULL`);
  if (filter.late !== undefined) conditions.add(`coalesce(${isLate}, false) = ?`, filter.late);
  const { reference } = filter;
  if (reference !== undefined) {
    // By its request, whose index shows what a list shows.
    const ofRequest = reference.replace(/^(DR-\d{4}-\w+)-\d{1,2}$/u, '$1');
    conditions.add(
      'request_id = (SELECT r.request_id FROM register.request r WHERE r.reference = ?)',
      ofRequest,
    );
    // Not by the index of references, which shows nothing but them.
    if (ofRequest !== reference) conditions.add("reference || '' = ?", reference);
  }
  return conditions;
}

interface Sorted {
  readonly sort_key: unknown;
  readonly sorted: string;
}

/** Which halves of the cases a filter can find anything in. */
function openness({ open, state }: CaseFilter): readonly boolean[] {
  if (open !== undefined) return [open];
  const isClosed = (one: ClockState): boolean => one.startsWith('CLOSED_');
  if (state?.every(isClosed)) return [false];
  return state?.some(isClosed) === false ? [true] : [true, false];
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
  // Each part reads no more than a page from an index of its own order: open cases, closed ones, and what was only accepted.
  const half = (
    rows: string,
    more = '',
  ) => `(SELECT ${selectItem}, ${column} AS sort_key, ${column}::text AS sorted
     FROM ${rows} ${[where || 'WHERE true', more].join(' ')} ORDER BY ${column}, case_id LIMIT ${most})`;
  const ofCases = (isOpen: boolean) =>
    half('register.case_row', `AND closed_on IS ${isOpen ? '' : 'NOT '}NULL`);
  const parts = [...openness(filter).map(ofCases), half(acceptedRows)];
  const text = `${parts.join(' UNION ALL ')} ORDER BY sort_key, "caseId" LIMIT ${most}`;
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
