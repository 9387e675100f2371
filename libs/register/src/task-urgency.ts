import type { Sql } from '@duly/postgres';

/** 0 while an alarm stands or is the task itself, else 1: what comes first in a list of work. Of a `case_row` c, which may be missing. */
const urgencyOf = (kind: string): string =>
  `CASE WHEN ${kind} = 'alarm' OR (c.closed_on IS NULL AND c.alarm_for IS NOT NULL) THEN 0 ELSE 1 END`;

/** The day by which it helps: its own last day, else the one to work to, else the legal one; of a closed case its own alone. */
const actByOf = (lastDay: string): string =>
  `coalesce(${lastDay}, CASE WHEN c.closed_on IS NULL THEN coalesce(c.plan_by, c.due_date) END, 'infinity'::date)`;

/**
 * Puts the open tasks of a case where its dates and its alarm now want them in a list of work. A date that moves moves them all, so this
 * follows every step.
 */
export async function placeTasks(sql: Sql, caseId: string): Promise<void> {
  await sql.change(
    `UPDATE register.task t SET urgency = ${urgencyOf('t.kind')}, act_by = ${actByOf('t.last_day')}
     FROM register.case_row c WHERE c.case_id = t.case_id AND t.case_id = $1 AND t.ended_by IS NULL
       AND (t.urgency, t.act_by) IS DISTINCT FROM (${urgencyOf('t.kind')}, ${actByOf('t.last_day')})`,
    [caseId],
  );
}
