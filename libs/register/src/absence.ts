import type { Database } from '@duly/postgres';
import { appendAudit } from './audit.js';

/** Civil dates in Europe/London, both included. */
export interface Absence {
  readonly from: string;
  /** Null: until further notice. */
  readonly until: string | null;
  /** Staff id of who acts meanwhile; null: the manager. */
  readonly cover: string | null;
}

/**
 * Plans an absence, changes it, or ends it (null). Nothing is kept where nobody would act for them on its first day: work that waits for
 * somebody who is away, and that nobody else has, is late without anybody's knowing.
 * @returns whether it is kept
 */
export async function keepAbsence(
  database: Database,
  staffId: string,
  absence: Absence | null,
  by: string,
): Promise<boolean> {
  const { from = null, until = null, cover = null } = absence ?? {};
  return database.inTransaction(async sql => {
    const kept = await sql.change(
      `UPDATE register.staff AS away SET absent_from = $2, absent_until = $3, cover = $4, updated_at = now()
       WHERE staff_id = $1 AND ($2::date IS NULL OR register.acting_for(coalesce($4, manager), $2::date) <> $1)`,
      [staffId, from, until, cover],
    );
    if (kept === 0) return false;
    await appendAudit(sql, [{ action: 'AbsenceKept', by, detail: { staff: staffId, from, until, cover } }]);
    return true;
  });
}
