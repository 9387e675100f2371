import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { londonToday } from './case-row.js';

/** Civil dates in Europe/London, both included. */
export interface Absence {
  readonly from: string;
  /** Null: until further notice. */
  readonly until: string | null;
  /** Staff id of who acts meanwhile; null: the manager. */
  readonly cover: string | null;
}

/** A change would leave these people away on some day with nobody who acts for them: their work would wait without anybody's knowing. */
export class NobodyActs extends Error {
  override readonly name = 'NobodyActs';

  constructor(readonly staffIds: readonly string[]) {
    super('Nobody would act for somebody who is away.');
  }
}

/** The line of who acts for whom can only break on a day on which somebody's absence begins. */
const withNobody = `SELECT DISTINCT away.staff_id AS "staffId" FROM register.staff away
  JOIN register.staff other ON other.is_active AND other.absent_from IS NOT NULL
  CROSS JOIN LATERAL (SELECT greatest(away.absent_from, other.absent_from, ${londonToday}) AS day) AS begins
  WHERE away.is_active AND away.absent_from IS NOT NULL AND begins.day <= coalesce(away.absent_until, 'infinity'::date)
    AND register.acting_for(away.staff_id, begins.day) IS NULL`;

const awayWithNobody = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.query<{ staffId: string }>(withNobody)).map(({ staffId }) => staffId);

/** Makes a change of who is there and who leads whom. @throws NobodyActs where it would leave somebody away with nobody who acts */
export function inTheLine<Answer>(
  database: Database,
  change: (sql: Sql) => Promise<Answer>,
): Promise<Answer> {
  return database.inTransaction(async sql => {
    // Two changes that are each well may together leave nobody.
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('who acts for whom', 0))`);
    const before = new Set(await awayWithNobody(sql));
    const answer = await change(sql);
    const left = (await awayWithNobody(sql)).filter(staffId => !before.has(staffId));
    if (left.length > 0) throw new NobodyActs(left);
    return answer;
  });
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
