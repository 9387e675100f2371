import type { LetterOrder } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';

/** A letter to staff whose time has come. */
export interface StaffLetterDue {
  readonly order: LetterOrder;
  /** The case's own time less the server's, in milliseconds; 0 but where its clock was wound. */
  readonly clockAheadMs: number;
  /** The case has closed meanwhile: a reminder would remind of nothing. */
  readonly isClosed: boolean;
}

/** With the step that decided them, in its transaction: what is recorded is sent, and nothing else. */
export async function writeStaffLetters(sql: Sql, orders: readonly LetterOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await sql.change(
    `INSERT INTO register.letter_to_staff (letter_id, case_id, letter_order)
     SELECT "letterOrder"->>'letterId', ("letterOrder"->>'caseId')::uuid, "letterOrder"
     FROM jsonb_array_elements($1::jsonb) AS "letterOrder"
     ON CONFLICT (letter_id) DO NOTHING`,
    [json(orders)],
  );
}

/** What waits to be sent to staff. Whoever takes a letter has it for a while; if they die it comes round again. */
export class StaffLetters {
  constructor(private readonly database: Database) {}

  /** The letters whose time has come, at most so many; each comes round again, after growing gaps, until it is done. */
  take(most: number): Promise<readonly StaffLetterDue[]> {
    return this.database.query<StaffLetterDue>(
      `WITH due AS (
         SELECT letter_id FROM register.letter_to_staff WHERE next_try <= now()
         ORDER BY next_try LIMIT $1 FOR UPDATE SKIP LOCKED)
       UPDATE register.letter_to_staff AS waiting
       SET tries = waiting.tries + 1, next_try = now() + least(interval '1 hour', interval '15 seconds' * (2 ^ least(waiting.tries, 10)))
       FROM due, register.case_row AS c
       WHERE waiting.letter_id = due.letter_id AND c.case_id = waiting.case_id
       RETURNING letter_order AS "order", c.clock_ahead_ms AS "clockAheadMs", c.closed_on IS NOT NULL AS "isClosed"`,
      [most],
    );
  }

  /** It has its outcome. */
  async done(letterId: string): Promise<void> {
    await this.database.change('DELETE FROM register.letter_to_staff WHERE letter_id = $1', [letterId]);
  }
}
