import { isEvent, type CaseEvent, type LinkReason } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import type { CivilDate } from '@duly/law';
import type { Database, Sql } from '@duly/postgres';

/** Another case that a handler has linked with this one. */
export interface CaseLink {
  /** Of the other case. */
  readonly reference: string;
  readonly because: LinkReason;
  readonly linkedOn: CivilDate;
  /** The link was made on this case, so it is undone here too; otherwise on the other. */
  readonly isHeldHere: boolean;
}

/** What the new events of a case say about its links. */
export async function writeLinks(
  sql: Sql,
  { caseId, requestId }: RegisterStep,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    if (isEvent(event, 'CaseLinked')) {
      await sql.change(
        `INSERT INTO register.case_link (case_id, request_id, other, because, linked_on) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (case_id, other) DO UPDATE SET because = EXCLUDED.because, linked_on = EXCLUDED.linked_on`,
        [caseId, requestId, event.other, event.because, event.on],
      );
    }
    if (isEvent(event, 'CaseUnlinked')) {
      await sql.change('DELETE FROM register.case_link WHERE case_id = $1 AND other = $2', [
        caseId,
        event.other,
      ]);
    }
  }
}

/** What handlers have said of cases that belong together. */
export class Links {
  constructor(private readonly database: Database) {}

  /** The links of a case, whichever of the two holds them. */
  of(caseId: string, reference: string): Promise<readonly CaseLink[]> {
    return this.database.query<CaseLink>(
      `SELECT other AS reference, because, linked_on AS "linkedOn", true AS "isHeldHere"
       FROM register.case_link WHERE case_id = $1
       UNION ALL
       SELECT i.reference, l.because, l.linked_on, false
       FROM register.case_link l JOIN register.intake i ON i.case_id = l.case_id AND i.run = 1 WHERE l.other = $2
       ORDER BY 1, 4`,
      [caseId, reference],
    );
  }

  /** Whether there is a case of this reference. */
  async isCase(reference: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM register.intake WHERE reference = $1 LIMIT 1', [
      reference,
    ]);
    return rows.length > 0;
  }

  /**
   * The requests of the same person, as handlers have linked them, directly or through others; this one among them. `related`
   * does not count. What a hold looks at (DPA 2018 s.173).
   */
  async requestsOfSamePerson(requestId: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ requestId: string }>(
      `WITH RECURSIVE same (request_id, reference) AS (
         SELECT request_id, reference FROM register.request WHERE request_id = $1
         UNION
         SELECT r.request_id, r.reference FROM same s
         JOIN register.case_link l ON l.because <> 'related' AND (l.request_id = s.request_id OR l.other_request = s.reference)
         JOIN register.request r ON r.request_id = l.request_id OR r.reference = l.other_request)
       SELECT request_id AS "requestId" FROM same ORDER BY reference`,
      [requestId],
    );
    return rows.map(row => row.requestId);
  }
}
