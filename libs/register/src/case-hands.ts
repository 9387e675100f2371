import type { Database } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { visits } from './case-row.js';

/** To whom a case goes: a person (with their team, unless another is named), or a team whose people may claim it. */
export interface NewHands {
  readonly handler: string | null;
  readonly team: string | null;
}

/**
 * Gives a case with its open tasks to a person, or transfers it to a team. Approvals and escalations stay where they are. Its dates do not move: the
 * time is the organisation's, whichever team has the case.
 * @returns whether there is such a case, and the person works here
 */
export function giveCase(
  database: Database,
  caseId: string,
  { handler, team }: NewHands,
  by: string,
): Promise<boolean> {
  return database.inTransaction(async sql => {
    const [given] = await sql.query<{ requestId: string; team: string | null }>(
      `UPDATE register.case_row SET handler = $2,
         team = coalesce($3, (SELECT s.team FROM register.staff s WHERE s.staff_id = $2), team)
       WHERE case_id = $1 AND NOT EXISTS (SELECT 1 FROM register.staff s WHERE s.staff_id = $2 AND NOT s.is_active)
       RETURNING request_id AS "requestId", team`,
      [caseId, handler, team],
    );
    if (!given) return false;
    await sql.change(
      `UPDATE register.task SET handler = $2, team = $3, claimed_at = CASE WHEN $2::text IS NOT NULL THEN now() END
       WHERE case_id = $1 AND ended_by IS NULL AND kind NOT IN ${visits}`,
      [caseId, handler, given.team],
    );
    const { requestId } = given;
    await appendAudit(sql, [
      { action: 'CaseAssigned', by, requestId, caseId, detail: { team: given.team, to: handler } },
    ]);
    return true;
  });
}
