import type { Database, Sql } from '@duly/postgres';
import { londonToday } from './case-row.js';

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
