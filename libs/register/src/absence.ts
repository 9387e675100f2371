import type { Database } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { inTheLine } from './staff-line.js';

/** Civil dates in Europe/London, both included. */
export interface Absence {
  readonly from: string;
  /** Null: until further notice. */
  readonly until: string | null;
  /** Staff id of who acts meanwhile; null: the manager. */
  readonly cover: string | null;
}

/** Plans an absence, changes it, or ends it (null). @throws NobodyActs */
export function keepAbsence(
  database: Database,
  staffId: string,
  absence: Absence | null,
  by: string,
): Promise<void> {
  const { from = null, until = null, cover = null } = absence ?? {};
  return inTheLine(database, async sql => {
    await sql.change(
      `UPDATE register.staff SET absent_from = $2, absent_until = $3, cover = $4, updated_at = now() WHERE staff_id = $1`,
      [staffId, from, until, cover],
    );
    await appendAudit(sql, [{ action: 'AbsenceKept', by, detail: { staff: staffId, from, until, cover } }]);
  });
}
