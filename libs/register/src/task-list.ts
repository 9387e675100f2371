import type { CaseRight, TaskKind } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Sql, SqlValue } from '@duly/postgres';
import { limitOf } from './case-list.js';
import { isLate } from './case-row.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, WrongCursor, type Page } from './keyset.js';

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
  /** An alarm stands for its case, or it is the alarm. */
  readonly hasAlarm: boolean;
  /** The day by which it helps, which orders the list; null where there is none. */
  readonly actBy: CivilDate | null;
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
  ${ofCase('plan_by')} AS "planBy", coalesce(${ofCase(isLate)}, false) AS "isLate",
  urgency = 0 AS "hasAlarm", nullif(act_by, 'infinity') AS "actBy"`;

/** Where a list goes on: `0.2036-04-30`, an alarm before what has none, then by the day. */
const placeOf = `urgency || '.' || act_by::text`;

/** @throws WrongCursor */
function placeFrom(written: string): readonly [urgency: number, actBy: string] {
  const [, urgency, actBy] = /^([01])\.(\d{4}-\d{2}-\d{2}|infinity)$/.exec(written) ?? [];
  if (urgency === undefined || actBy === undefined) throw new WrongCursor();
  return [Number(urgency), actBy];
}

/** A page of tasks in the order in which the law wants them: alarms, then by the day, those without one last. @throws WrongCursor */
export async function listTasks(
  sql: Sql,
  filter: TaskFilter,
  asked: { readonly limit?: number; readonly cursor?: string } = {},
): Promise<Page<Task>> {
  const { text, values, limit } = taskStatement(filter, asked);
  return pageOf(
    await sql.query<Task & { sorted: string }>(text, values),
    limit,
    ({ sorted: _sorted, ...task }) => task,
    ({ sorted, taskId }) => ({ after: sorted, id: taskId }),
  );
}

/** What a page is asked by: one row more than it shows. @throws WrongCursor */
export function taskStatement(
  filter: TaskFilter,
  asked: { readonly limit?: number; readonly cursor?: string } = {},
): { readonly text: string; readonly values: readonly SqlValue[]; readonly limit: number } {
  const conditions = new Conditions()
    .where(filter.team, 'team = ?')
    .where(filter.kind, 'kind = ANY(?)')
    .where(filter.caseId, 'case_id = ?');
  const [only, ...others] = filter.handler ?? [];
  if (filter.handler === null) conditions.add('handler IS NULL');
  // Of one person the index gives the order; of several the few rows are sorted.
  else if (only !== undefined && others.length === 0) conditions.add('handler = ?', only);
  else conditions.where(filter.handler, 'handler = ANY(?)');
  if (!filter.ended) conditions.add('ended_by IS NULL');
  const cursor = cursorFrom(asked.cursor);
  if (cursor)
    conditions.add(
      '(urgency, act_by, task_id) > (?::smallint, ?::date, ?)',
      ...placeFrom(cursor.after),
      cursor.id,
    );
  const limit = limitOf(asked.limit);
  const text = `SELECT ${selectTask}, ${placeOf} AS sorted FROM register.task ${conditions.text}
     ORDER BY urgency, act_by, task_id LIMIT ${conditions.place(limit + 1)}`;
  return { text, values: conditions.values, limit };
}
