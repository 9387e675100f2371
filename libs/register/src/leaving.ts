import type { Database, Sql } from '@duly/postgres';
import { assignByRule } from './assignment.js';
import { appendAudit } from './audit.js';
import { londonToday } from './case-row.js';
import { inTheLine } from './staff-line.js';

/** What somebody left behind, and found another pair of hands or goes back to the team. */
export interface LeftBehind {
  readonly cases: number;
  readonly tasks: number;
}

/** Those they led are led by who led them, and whom they covered for is covered for by the manager. */
async function leaveTheLine(sql: Sql, staffId: string): Promise<void> {
  await sql.change(
    `UPDATE register.staff SET is_active = false, absent_from = NULL, absent_until = NULL, cover = NULL, updated_at = now()
     WHERE staff_id = $1`,
    [staffId],
  );
  await sql.change(
    `UPDATE register.staff SET manager = (SELECT gone.manager FROM register.staff gone WHERE gone.staff_id = $1)
     WHERE manager = $1`,
    [staffId],
  );
  await sql.change('UPDATE register.staff SET cover = NULL WHERE cover = $1', [staffId]);
}

async function handOver(sql: Sql, from: string, to: string | null): Promise<LeftBehind> {
  // An approval goes back to all who may approve, since whom the work goes to may have proposed it; an escalation goes up the line.
  const tasks = await sql.change(
    `UPDATE register.task SET handler = hands.next, claimed_at = CASE WHEN hands.next IS NOT NULL THEN now() END
     FROM register.task AS held CROSS JOIN LATERAL (SELECT CASE held.kind WHEN 'approve' THEN NULL
       WHEN 'escalation' THEN register.acting_for($1, ${londonToday}) ELSE $2 END AS next) AS hands
     WHERE held.task_id = task.task_id AND task.handler = $1 AND task.ended_by IS NULL`,
    [from, to],
  );
  const cases = await sql.query<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM register.case_row WHERE handler = $1 AND closed_on IS NULL ORDER BY case_id FOR UPDATE',
    [from],
  );
  if (to === null) for (const { caseId } of cases) await assignByRule(sql, caseId);
  await sql.change('UPDATE register.case_row SET handler = $2 WHERE handler = $1 AND closed_on IS NULL', [
    from,
    to,
  ]);
  return { cases: cases.length, tasks };
}

/**
 * Somebody leaves, and strands no task: their open cases and tasks go to `to`, or to whom the rules choose, or back to their team.
 * They no longer sign in until an administrator keeps them anew. In one transaction; again, it changes nothing. @throws NobodyActs
 */
export function leave(
  database: Database,
  staffId: string,
  to: string | null,
  by: string,
): Promise<LeftBehind> {
  return inTheLine(database, async sql => {
    await leaveTheLine(sql, staffId);
    const left = await handOver(sql, staffId, to);
    await appendAudit(sql, [{ action: 'StaffLeft', by, detail: { staff: staffId, to, ...left } }]);
    return left;
  });
}
