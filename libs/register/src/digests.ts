import { randomUUID } from 'node:crypto';
import type { LetterOrder } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';
import { hasCome, isNeeded, isQuietAt, readerOf, type QuietHours } from './staff-letters.js';

/** One member of staff's reminders of one day, to be sent as one letter by whoever holds it. */
export interface DigestClaim {
  readonly digestId: string;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  /** Civil date in Europe/London. */
  readonly day: CivilDate;
  readonly lease: string;
}

/** A reminder that waits for the digest of its reader, with the dates of its case as they stand now. */
export interface DigestItem {
  readonly order: LetterOrder;
  readonly isNeeded: boolean;
  readonly dueDate: CivilDate | null;
  readonly planBy: CivilDate | null;
  readonly hasAlarm: boolean;
}

/** What a digest was written from. */
export interface DigestTemplate {
  readonly name: string;
  readonly version: number;
  readonly language: string;
}

export type DigestOutcome = 'accepted' | 'refused' | 'unknown';

const londonNow = `(now() AT TIME ZONE 'Europe/London')`;

const waiting = `register.letter_to_staff w JOIN register.case_row c USING (case_id)
  JOIN register.staff r ON r.wants_digest AND r.is_active AND r.email IS NOT NULL AND r.staff_id = ${readerOf}`;

/** Not in a digest that may have gone out. */
const isFree = `NOT EXISTS (SELECT 1 FROM register.letter_of_digest o WHERE o.letter_id = w.letter_id)`;

/** With the digest its letters have their outcome, by their cases' own time. */
async function settleLetters(sql: Sql, digestIds: readonly string[], outcome: DigestOutcome): Promise<void> {
  await sql.change(
    `UPDATE register.letter l SET state = $2, outcome_at = settled.at,
       outcome_on = (settled.at AT TIME ZONE 'Europe/London')::date, tries = l.tries + 1
     FROM register.letter_of_digest o JOIN register.letter_to_staff w USING (letter_id) JOIN register.case_row c USING (case_id)
     CROSS JOIN LATERAL (SELECT now() + c.clock_ahead_ms * interval '1 millisecond' AS at) AS settled
     WHERE o.digest_id = ANY($1) AND l.letter_id = o.letter_id AND l.outcome_on IS NULL`,
    [digestIds, outcome],
  );
  await sql.change(
    `DELETE FROM register.letter_to_staff w USING register.letter_of_digest o
     WHERE o.digest_id = ANY($1) AND w.letter_id = o.letter_id`,
    [digestIds],
  );
}

/** One letter a day for those who wish it, in the place of a letter for each reminder. */
export class Digests {
  constructor(private readonly database: Database) {}

  /**
   * Takes the digests that are due: of whoever has a reminder waiting, once a day, at the hour or as soon after as a worker is there.
   * @param at `HH:MM` in London · @param lease seconds
   */
  async take(at: string, lease: number, quiet?: QuietHours): Promise<readonly DigestClaim[]> {
    const token = randomUUID();
    return this.database.query<DigestClaim>(
      `WITH readers AS (
         SELECT DISTINCT r.staff_id, r.name, r.email FROM ${waiting} WHERE w.only_reminds AND ${hasCome} AND ${isFree}
           AND EXISTS (SELECT 1 FROM register.staff WHERE wants_digest)
           AND ${londonNow}::time >= $1::time AND NOT coalesce(${isQuietAt(`${londonNow}::time`, '$4', '$5')}, false)),
       taken AS (
         INSERT INTO register.digest AS d (digest_id, staff_id, day, state, lease, leased_until)
         SELECT 'digest.' || staff_id || '.' || ${londonNow}::date, staff_id, ${londonNow}::date, 'building', $2::uuid,
           now() + make_interval(secs => $3::float8) FROM readers
         ON CONFLICT (staff_id, day) DO UPDATE SET state = 'building', lease = EXCLUDED.lease,
           leased_until = EXCLUDED.leased_until, tries = d.tries + 1
         WHERE (d.state = 'building' AND d.leased_until <= now()) OR (d.state = 'deferred' AND d.next_try <= now())
         RETURNING d.digest_id, d.staff_id, d.day, d.lease)
       SELECT t.digest_id AS "digestId", t.staff_id AS "staffId", r.name, r.email, t.day, t.lease
       FROM taken t JOIN readers r USING (staff_id)`,
      [at, token, lease, quiet?.from ?? null, quiet?.to ?? null],
    );
  }

  /** What waits for this reader now, the most urgent first. */
  items({ staffId }: DigestClaim): Promise<readonly DigestItem[]> {
    return this.database.query<DigestItem>(
      `SELECT letter_order AS "order", ${isNeeded} AS "isNeeded", c.due_date AS "dueDate", c.plan_by AS "planBy",
         c.alarm_for IS NOT NULL AS "hasAlarm"
       FROM ${waiting} WHERE w.only_reminds AND ${hasCome} AND ${isFree} AND r.staff_id = $1
       ORDER BY c.alarm_for IS NULL, c.plan_by NULLS LAST, c.due_date NULLS LAST, w.letter_id LIMIT 500`,
      [staffId],
    );
  }

  /** Right before it is sent: from here on nobody knows whether it went, until it is settled. @returns whether it is still ours */
  sending(
    { digestId, lease }: DigestClaim,
    message: { readonly hash: string; readonly messageId: string; readonly template: DigestTemplate },
    letterIds: readonly string[],
  ): Promise<boolean> {
    const { template } = message;
    return this.database.inTransaction(async sql => {
      const ours = await sql.change(
        `UPDATE register.digest SET state = 'sending', message_hash = $3, message_id = $4, template = $5, template_version = $6,
           language = $7
         WHERE digest_id = $1 AND lease = $2 AND state = 'building'`,
        [
          digestId,
          lease,
          message.hash,
          message.messageId,
          template.name,
          template.version,
          template.language,
        ],
      );
      if (ours === 0) return false;
      await sql.change(
        `INSERT INTO register.letter_of_digest (letter_id, digest_id) SELECT unnest($2::text[]), $1`,
        [digestId, letterIds],
      );
      return true;
    });
  }

  async settle({ digestId, lease }: DigestClaim, outcome: DigestOutcome, replyCode?: number): Promise<void> {
    await this.database.inTransaction(async sql => {
      const ours = await sql.change(
        `UPDATE register.digest SET state = $3, outcome_at = now(), reply_code = $4
         WHERE digest_id = $1 AND lease = $2 AND outcome_at IS NULL`,
        [digestId, lease, outcome, replyCode ?? null],
      );
      if (ours > 0) await settleLetters(sql, [digestId], outcome);
    });
  }

  /** The mail server did not take it: nobody has it, so it is built anew after a growing gap, without what was answered meanwhile. */
  async defer({ digestId, lease }: DigestClaim, replyCode?: number): Promise<void> {
    await this.database.inTransaction(async sql => {
      const ours = await sql.change(
        `UPDATE register.digest SET state = 'deferred', reply_code = $3,
           next_try = now() + least(interval '1 hour', interval '15 seconds' * (2 ^ least(tries, 10)))
         WHERE digest_id = $1 AND lease = $2 AND outcome_at IS NULL`,
        [digestId, lease, replyCode ?? null],
      );
      if (ours > 0)
        await sql.change('DELETE FROM register.letter_of_digest WHERE digest_id = $1', [digestId]);
    });
  }

  /** There was nothing to say: none was sent today. */
  async drop({ digestId, lease }: DigestClaim): Promise<void> {
    await this.database.change(
      `DELETE FROM register.digest WHERE digest_id = $1 AND lease = $2 AND state = 'building'`,
      [digestId, lease],
    );
  }

  /** Whoever sent them died before the answer: they may have gone out, and a reminder is not sent twice. */
  settleLost(): Promise<void> {
    return this.database.inTransaction(async sql => {
      const lost = await sql.query<{ digestId: string }>(
        `SELECT digest_id AS "digestId" FROM register.digest
         WHERE state = 'sending' AND leased_until <= now() FOR UPDATE SKIP LOCKED`,
      );
      if (lost.length === 0) return;
      const ids = lost.map(({ digestId }) => digestId);
      await sql.change(
        `UPDATE register.digest SET state = 'unknown', outcome_at = now() WHERE digest_id = ANY($1)`,
        [ids],
      );
      await settleLetters(sql, ids, 'unknown');
    });
  }
}
