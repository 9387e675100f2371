import type { LetterKind, LetterOrder } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';

/** A letter to staff whose time has come. */
export interface StaffLetterDue {
  readonly order: LetterOrder;
  /** The case's own time less the server's, in milliseconds; 0 but where its clock was wound. */
  readonly clockAheadMs: number;
  /** False where it would remind of nothing: the case has closed, or every recipient has been told meanwhile. */
  readonly isNeeded: boolean;
}

const londonDay = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/London')::date`;

/** What a closed case still has to do is reminded of until it is done (Art 19); what was opened on a later day has a letter of its own. */
const isNeeded = `CASE WHEN letter_order->>'kind' = 'recipients-untold'
  THEN EXISTS (SELECT 1 FROM register.task WHERE task.case_id = c.case_id AND task.kind = 'tell-recipient' AND task.ended_by IS NULL
    AND ${londonDay('task.opened_at')} <= ${londonDay(`(letter_order->'decided'->>'recordedAt')::timestamptz`)})
  ELSE c.closed_on IS NULL END`;

const notBefore = `("letterOrder"->>'notBefore')::timestamptz`;

/** Hours of the day on the clock in London, `HH:MM`; `to` may lie before `from`, and then they run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What only reminds: it is as good in the morning. All else that staff are written says that something is wrong now. */
const onlyReminds: readonly LetterKind[] = ['reminder-to-handler', 'progress-due', 'recipients-untold'];

/** The case's own time, which is another where its clock was wound. */
const caseTime = `(now() + c.clock_ahead_ms * interval '1 millisecond')`;

const isQuiet = `(letter_order->>'kind') = ANY($2) AND (
  SELECT CASE WHEN $3::time <= $4::time THEN clock.hour >= $3::time AND clock.hour < $4::time
              ELSE clock.hour >= $3::time OR clock.hour < $4::time END
  FROM (SELECT (${caseTime} AT TIME ZONE 'Europe/London')::time AS hour) AS clock)`;

/** With the step that decided them, in its transaction: what is recorded is sent, and nothing else. */
export async function writeStaffLetters(sql: Sql, orders: readonly LetterOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await sql.change(
    // A clock that was wound may be wound further, so its letters are looked at from now on.
    `INSERT INTO register.letter_to_staff (letter_id, case_id, letter_order, next_try)
     SELECT "letterOrder"->>'letterId', ("letterOrder"->>'caseId')::uuid, "letterOrder",
       CASE WHEN coalesce(c.clock_ahead_ms, 0) = 0 THEN coalesce(${notBefore}, now()) ELSE now() END
     FROM jsonb_array_elements($1::jsonb) AS "letterOrder"
     LEFT JOIN register.case_row c ON c.case_id = ("letterOrder"->>'caseId')::uuid
     ON CONFLICT (letter_id) DO NOTHING`,
    [json(orders)],
  );
}

/** What waits to be sent to staff. Whoever takes a letter has it for a while; if they die it comes round again. */
export class StaffLetters {
  constructor(private readonly database: Database) {}

  /**
   * The letters whose time has come, at most so many; each comes round again, after growing gaps, until it is done. In the quiet hours
   * reminders wait.
   */
  take(most: number, quiet?: QuietHours): Promise<readonly StaffLetterDue[]> {
    return this.database.query<StaffLetterDue>(
      `WITH due AS (
         SELECT letter_id FROM register.letter_to_staff AS w JOIN register.case_row AS c USING (case_id)
         WHERE next_try <= now() AND coalesce(
           (letter_order->>'notBefore')::timestamptz <= ${caseTime}, true)
           AND ($3::time IS NULL OR (${isQuiet}) IS NOT TRUE)
         ORDER BY next_try LIMIT $1 FOR UPDATE OF w SKIP LOCKED)
       UPDATE register.letter_to_staff AS waiting
       SET tries = waiting.tries + 1, next_try = now() + least(interval '1 hour', interval '15 seconds' * (2 ^ least(waiting.tries, 10)))
       FROM due, register.case_row AS c
       WHERE waiting.letter_id = due.letter_id AND c.case_id = waiting.case_id
       RETURNING letter_order AS "order", c.clock_ahead_ms AS "clockAheadMs", ${isNeeded} AS "isNeeded"`,
      [most, onlyReminds, quiet?.from ?? null, quiet?.to ?? null],
    );
  }

  /** It has its outcome. */
  async done(letterId: string): Promise<void> {
    await this.database.change('DELETE FROM register.letter_to_staff WHERE letter_id = $1', [letterId]);
  }
}
