import type { LetterKind, LetterOrder } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';

/** A letter to staff whose time has come. */
export interface StaffLetterDue {
  readonly order: LetterOrder;
  /** The case's own time less the server's, in milliseconds; 0 but where its clock was wound. */
  readonly clockAheadMs: number;
  /** False where it would remind of nothing: the case has closed or its date moved, or every recipient has been told meanwhile. */
  readonly isNeeded: boolean;
}

const londonDay = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/London')::date`;

/** What a closed case still has to do is reminded of until it is done (Art 19); what was opened on a later day has a letter of its own. */
export const isNeeded = `CASE letter_order->>'kind'
  WHEN 'recipients-untold'
  THEN EXISTS (SELECT 1 FROM register.task WHERE task.case_id = c.case_id AND task.kind = 'tell-recipient' AND task.ended_by IS NULL
    AND ${londonDay('task.opened_at')} <= ${londonDay(`(letter_order->'decided'->>'recordedAt')::timestamptz`)})
  -- A date that has moved since has reminders of its own.
  WHEN 'reminder-to-handler'
  THEN c.closed_on IS NULL AND c.plan_by IS NOT DISTINCT FROM (letter_order->>'planBy')::date
  ELSE c.closed_on IS NULL END`;

const notBefore = `("letterOrder"->>'notBefore')::timestamptz`;

/** Hours of the day on the clock in London, `HH:MM`; `to` may lie before `from`, and then they run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What only reminds: it is as good in the morning, and in a digest. All else that staff are written says that something is wrong now. */
const onlyReminds: readonly LetterKind[] = ['reminder-to-handler', 'progress-due', 'recipients-untold'];

/** The case's own time, which is another where its clock was wound. */
export const caseTime = `(now() + c.clock_ahead_ms * interval '1 millisecond')`;

/** Whether an hour (an expression) lies in the quiet hours, which stand in the two places. */
export const isQuietAt = (hour: string, from: string, to: string): string =>
  `(${from}::time IS NOT NULL AND CASE WHEN ${from}::time <= ${to}::time
     THEN ${hour} >= ${from}::time AND ${hour} < ${to}::time
     ELSE ${hour} >= ${from}::time OR ${hour} < ${to}::time END)`;

export const hasCome = `coalesce((letter_order->>'notBefore')::timestamptz <= ${caseTime}, true)`;

/** Whoever reads what waits for the case's handler or manager today, as a staff id. */
export const readerOf = `register.acting_for(
  CASE letter_order->>'recipient' WHEN 'handler' THEN c.handler
    ELSE (SELECT manager FROM register.staff h WHERE h.staff_id = c.handler) END, ${londonDay(caseTime)})`;

const waitsForDigest = `(EXISTS (SELECT 1 FROM register.staff WHERE wants_digest) AND EXISTS (
  SELECT 1 FROM register.staff r WHERE r.wants_digest AND r.email IS NOT NULL AND r.staff_id = ${readerOf}))`;

/** With the step that decided them, in its transaction: what is recorded is sent, and nothing else. */
export async function writeStaffLetters(sql: Sql, orders: readonly LetterOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await sql.change(
    // A clock that was wound may be wound further, so its letters are looked at from now on.
    `INSERT INTO register.letter_to_staff (letter_id, case_id, letter_order, only_reminds, next_try)
     SELECT "letterOrder"->>'letterId', ("letterOrder"->>'caseId')::uuid, "letterOrder", ("letterOrder"->>'kind') = ANY($2),
       CASE WHEN coalesce(c.clock_ahead_ms, 0) = 0 THEN coalesce(${notBefore}, now()) ELSE now() END
     FROM jsonb_array_elements($1::jsonb) AS "letterOrder"
     LEFT JOIN register.case_row c ON c.case_id = ("letterOrder"->>'caseId')::uuid
     ON CONFLICT (letter_id) DO NOTHING`,
    [json(orders), onlyReminds],
  );
}

/** How reminders to staff go out. */
export interface StaffPace {
  readonly quiet?: QuietHours;
  /** Reminders a minute, of all workers together; without it as they come. */
  readonly perMinute?: number;
}

/** Letters that may go out at once before the pace holds them, as seconds of it. */
const burst = `interval '1 second'`;

/** How many reminders may go out now. The row is locked until the transaction ends, so that workers share one pace. */
async function roomFor(sql: Sql, most: number, perMinute: number | undefined): Promise<number> {
  if (perMinute === undefined || most <= 0) return most;
  const [row] = await sql.query<{ room: number }>(
    `SELECT CASE WHEN next_at > now() THEN 0 ELSE
       1 + floor(extract(epoch FROM now() - greatest(next_at, now() - ${burst})) * $1::float8 / 60)::int END AS room
     FROM register.staff_pace FOR UPDATE`,
    [perMinute],
  );
  return Math.min(most, row?.room ?? 0);
}

/** What waits to be sent to staff. Whoever takes a letter has it for a while; if they die it comes round again. */
export class StaffLetters {
  constructor(private readonly database: Database) {}

  /**
   * The letters whose time has come, at most so many, what says that something is wrong first; each comes round again, after growing
   * gaps, until it is done. Reminders wait in the quiet hours, keep to the pace with gaps that differ, and leave out whoever has a digest.
   */
  take(most: number, { quiet, perMinute }: StaffPace = {}): Promise<readonly StaffLetterDue[]> {
    return this.database.inTransaction(async sql => {
      const urgent = await this.taken(sql, most, false, undefined);
      const room = await roomFor(sql, most - urgent.length, perMinute);
      if (room <= 0) return urgent;
      const reminders = await this.taken(sql, room, true, quiet);
      if (perMinute !== undefined && reminders.length > 0)
        await sql.change(
          `UPDATE register.staff_pace SET next_at = greatest(next_at, now() - ${burst})
             + make_interval(secs => 60.0 / $1::float8 * $2::float8 * (0.5 + random()))`,
          [perMinute, reminders.length],
        );
      return [...urgent, ...reminders];
    });
  }

  private taken(sql: Sql, most: number, reminders: boolean, quiet: QuietHours | undefined) {
    const hour = `(${caseTime} AT TIME ZONE 'Europe/London')::time`;
    return sql.query<StaffLetterDue>(
      `WITH due AS (
         SELECT letter_id FROM register.letter_to_staff AS w JOIN register.case_row AS c USING (case_id)
         WHERE only_reminds = $2 AND next_try <= now() AND ${hasCome}
           AND NOT (only_reminds AND (coalesce(${isQuietAt(hour, '$3', '$4')}, false) OR ${waitsForDigest}))
         ORDER BY next_try LIMIT $1 FOR UPDATE OF w SKIP LOCKED)
       UPDATE register.letter_to_staff AS waiting
       SET tries = waiting.tries + 1, next_try = now() + least(interval '1 hour', interval '15 seconds' * (2 ^ least(waiting.tries, 10)))
       FROM due, register.case_row AS c
       WHERE waiting.letter_id = due.letter_id AND c.case_id = waiting.case_id
       RETURNING letter_order AS "order", c.clock_ahead_ms AS "clockAheadMs", ${isNeeded} AS "isNeeded"`,
      [most, reminders, quiet?.from ?? null, quiet?.to ?? null],
    );
  }

  /** It has its outcome. */
  async done(letterId: string): Promise<void> {
    await this.database.change('DELETE FROM register.letter_to_staff WHERE letter_id = $1', [letterId]);
  }
}
