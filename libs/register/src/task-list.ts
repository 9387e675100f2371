import type { CaseRight, TaskKind } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Sql } from '@duly/postgres';
import { limitOf } from './case-list.js';
import { isLate } from './case-row.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, type Page } from './keyset.js';

export interface Task {
  readonly taskId: string;
  readonly caseId: string;
  readonly requestId: string;
  /** Of its case. */
  readonly reference: string;
  readonly kind: TaskKind;
  /** The event that opened it, and the one it is about. */
  readonly openedBy: number;
  readonly about: number;
  /** The last day on which doing it helps; null where there is none. */
  readonly lastDay: CivilDate | null;
  readonly openedAt: string;
  readonly endedBy: number | null;
  readonly endedAt: string | null;
  /** Who holds it; null while nobody does. */
  readonly handler: string | null;
  readonly team: string | null;
  readonly claimedAt: string | null;
  /** What one wants to know of its case. */
  readonly right: CaseRight;
  readonly dueDate: CivilDate | null;
  readonly planBy: CivilDate | null;
  readonly isLate: boolean;
}

export interface TaskFilter {
  /** In the hands of any of these people; null asks for what nobody has claimed. */
  readonly handler?: readonly string[] | null;
  readonly team?: string;
  readonly kind?: readonly TaskKind[];
  readonly caseId?: string;
  /** Also those that have ended; by default only open ones. */
  readonly ended?: boolean;
}

const ofCase = (expression: string): string =>
  `(SELECT ${expression} FROM register.case_row WHERE case_row.case_id = task.case_id)`;

export const selectTask = `task_id AS "taskId", case_id AS "caseId", request_id AS "requestId", reference, kind,
  opened_by AS "openedBy", about, last_day AS "lastDay", opened_at AS "openedAt", ended_by AS "endedBy", ended_at AS "endedAt", handler, team,
  claimed_at AS "claimedAt", ${ofCase('case_right')} AS "right", ${ofCase('due_date')} AS "dueDate",
  ${ofCase('plan_by')} AS "planBy", coalesce(${ofCase(isLate)}, false) AS "isLate"`;

/** A page of tasks, the oldest first. @throws WrongCursor */
export async function listTasks(
  sql: Sql,
  filter: TaskFilter,
  asked: { readonly limit?: number; readonly cursor?: string } = {},
): Promise<Page<Task>> {
  const conditions = new Conditions()
    .where(filter.team, 'team = ?')
    .where(filter.kind, 'kind = ANY(?)')
    .where(filter.caseId, 'case_id = ?');
  if (filter.handler === null) conditions.add('handler IS NULL');
  else conditions.where(filter.handler, 'handler = ANY(?)');
  if (!filter.ended) conditions.add('ended_by IS NULL');
  const cursor = cursorFrom(asked.cursor);
  if (cursor) conditions.add('(opened_at, task_id) > (?::timestamptz, ?)', cursor.after, cursor.id);
  const limit = limitOf(asked.limit);
  const rows = await sql.query<Task & { sorted: string }>(
    `SELECT ${selectTask}, to_char(opened_at, 'YYYY-MM-DD"T"HH24:MI:SS.USOF') AS sorted FROM register.task ${conditions.text}
     ORDER BY opened_at, task_id LIMIT ${conditions.place(limit + 1)}`,
    conditions.values,
  );
  return pageOf(
    rows,
    limit,
    ({ sorted: _sorted, ...task }) => task,
    ({ sorted, taskId }) => ({ after: sorted, id: taskId }),
  );
}
