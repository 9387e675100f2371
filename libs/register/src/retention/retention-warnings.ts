import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';
import type { Retained } from './retained.js';

/** One letter to one member of staff: what will be erased, and when. */
export interface WarningLetter {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly requests: readonly {
    readonly reference: string;
    readonly dueOn: CivilDate;
    readonly number: 1 | 2;
  }[];
}

/** Seconds for which one sender holds others off. */
const lease = 120;

/** What managers and handlers are told before anything is erased. A row for each reader; an unknown outcome is not sent again. */
export class RetentionWarnings {
  constructor(private readonly database: Database) {}

  /**
   * Notes who is to be warned: the managers, and whoever had a case of the request, where they have an address.
   * @returns how many people; none, and the warning counts as not given
   */
  note({ requestId, dueOn, today }: Retained, number: 1 | 2): Promise<number> {
    return this.database.inTransaction(async sql => {
      const noted = await sql.change(
        `INSERT INTO register.retention_warning (request_id, due_on, number, staff_id, warned_on)
         SELECT $1, $2::date, $3, s.staff_id, $4::date FROM register.staff s
         WHERE s.is_active AND s.email IS NOT NULL AND ('manager' = ANY(s.roles)
           OR s.staff_id IN (SELECT handler FROM register.case_row WHERE request_id = $1))
         ON CONFLICT DO NOTHING`,
        [requestId, dueOn, number, today],
      );
      if (noted > 0)
        await appendAudit(sql, [
          {
            action: 'ErasureWarned',
            by: 'time',
            requestId,
            cite: 'UK GDPR Art 5(1)(e)',
            detail: { dueOn, number, readers: noted },
          },
        ]);
      return noted;
    });
  }

  /** Takes what waits to be sent, one letter for each reader. */
  take(limit: number): Promise<readonly WarningLetter[]> {
    return this.database.query<WarningLetter>(
      `WITH readers AS (
         SELECT DISTINCT staff_id FROM register.retention_warning WHERE outcome IS NULL AND leased_until < now() LIMIT $1),
       taken AS (
         UPDATE register.retention_warning w SET leased_until = now() + make_interval(secs => ${lease})
         WHERE w.outcome IS NULL AND w.leased_until < now() AND w.staff_id IN (SELECT staff_id FROM readers)
         RETURNING w.*)
       SELECT s.staff_id AS "staffId", s.name, s.email, jsonb_agg(jsonb_build_object('reference', r.reference, 'dueOn', t.due_on,
         'number', t.number) ORDER BY t.due_on, r.reference) AS requests
       FROM taken t JOIN register.staff s USING (staff_id) JOIN register.request r USING (request_id)
       GROUP BY s.staff_id, s.name, s.email`,
      [limit],
    );
  }

  /** What became of a letter that was taken. */
  async settle(
    { staffId, requests }: WarningLetter,
    outcome: 'accepted' | 'refused' | 'unknown',
  ): Promise<void> {
    await this.database.change(
      `UPDATE register.retention_warning w SET outcome = $2 FROM register.request r
       WHERE r.request_id = w.request_id AND w.staff_id = $1 AND r.reference = ANY($3) AND w.outcome IS NULL`,
      [staffId, outcome, requests.map(({ reference }) => reference)],
    );
  }
}
