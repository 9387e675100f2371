import { plannedAnew, type LetterOrder } from '@duly/case';
import type { Calendar } from '@duly/law';
import { json, type Sql } from '@duly/postgres';

/** Reminders that were planned by working days move with the public holidays, also of cases whose workflow has ended (R20). */
export async function planAnew(sql: Sql, calendar: Calendar): Promise<void> {
  const planned = await sql.query<{ order: LetterOrder }>(
    `SELECT w.letter_order AS "order" FROM register.letter_to_staff w JOIN register.case_row c USING (case_id)
     WHERE c.calendar = $1 AND w.letter_order ? 'plannedFrom' AND w.tries = 0 FOR UPDATE OF w`,
    [calendar.name],
  );
  const moved = planned.flatMap(({ order: { letterId, ...order } }) => {
    const notBefore = plannedAnew(order, calendar);
    return notBefore === undefined || notBefore === order.notBefore ? [] : [{ letterId, notBefore }];
  });
  if (moved.length === 0) return;
  await sql.change(
    `UPDATE register.letter_to_staff w SET letter_order = w.letter_order || jsonb_build_object('notBefore', m."notBefore"),
       next_try = CASE WHEN c.clock_ahead_ms = 0 THEN m."notBefore"::timestamptz ELSE w.next_try END
     FROM jsonb_to_recordset($1::jsonb) AS m("letterId" text, "notBefore" text), register.case_row c
     WHERE w.letter_id = m."letterId" AND c.case_id = w.case_id`,
    [json(moved)],
  );
}
