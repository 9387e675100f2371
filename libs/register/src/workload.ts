import type { CivilDate } from '@duly/law';
import type { Sql } from '@duly/postgres';
import { isLate } from './case-row.js';

/** What one member of staff has in hand. */
export interface InHand {
  /** Null: what nobody has. */
  readonly staffId: string | null;
  readonly cases: number;
  readonly late: number;
  readonly alarms: number;
  /** Due within seven days, today included. */
  readonly dueSoon: number;
  readonly tasks: number;
}

/** Open cases by the Monday of the week in which they are due; null: no date binds now. */
export interface DueWeek {
  readonly from: CivilDate | null;
  readonly cases: number;
  readonly alarms: number;
}

export interface Workload {
  readonly inHand: readonly InHand[];
  readonly weeks: readonly DueWeek[];
}

/** The open cases and tasks of everybody, or of a team. @param today civil date in Europe/London */
export async function readWorkload(sql: Sql, today: CivilDate, team: string | undefined): Promise<Workload> {
  const ofTeam = team === undefined ? '' : 'AND team = $2';
  const values = team === undefined ? [today] : [today, team];
  const [inHand, weeks] = await Promise.all([
    sql.query<InHand>(
      `WITH held AS (
         SELECT handler, count(*)::int AS cases, count(*) FILTER (WHERE ${isLate})::int AS late, count(alarm_for)::int AS alarms,
           count(*) FILTER (WHERE due_date BETWEEN $1::date AND $1::date + 7)::int AS due_soon
         FROM register.case_row WHERE closed_on IS NULL ${ofTeam} GROUP BY handler),
       todo AS (SELECT handler, count(*)::int AS tasks FROM register.task WHERE ended_by IS NULL ${ofTeam} GROUP BY handler)
       SELECT coalesce(held.handler, todo.handler) AS "staffId", coalesce(cases, 0) AS cases, coalesce(late, 0) AS late,
         coalesce(alarms, 0) AS alarms, coalesce(due_soon, 0) AS "dueSoon", coalesce(tasks, 0) AS tasks
       FROM held FULL JOIN todo ON coalesce(held.handler, '') = coalesce(todo.handler, '')
       ORDER BY coalesce(held.handler, todo.handler) NULLS FIRST`,
      values,
    ),
    sql.query<DueWeek>(
      `SELECT date_trunc('week', due_date)::date AS "from", count(*)::int AS cases, count(alarm_for)::int AS alarms
       FROM register.case_row WHERE closed_on IS NULL AND $1::date IS NOT NULL ${ofTeam} GROUP BY 1 ORDER BY 1 NULLS LAST`,
      values,
    ),
  ]);
  return { inHand, weeks };
}
