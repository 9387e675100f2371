import { json, type Sql } from '@duly/postgres';

/** One line of the audit log: who did what when. Ids, enums and HMACs only; never a name or a word of a person. */
export interface AuditEntry {
  readonly action: string;
  /** An opaque staff id, or `requester`, `time`, `post`. */
  readonly by: string;
  readonly requestId?: string;
  readonly caseId?: string;
  readonly run?: number;
  readonly eventNumber?: number;
  readonly cite?: string;
  /** HMAC under the case's key of what was done, for proof that ends with the key. */
  readonly commitment?: string;
  readonly correlationId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface RecordedAuditEntry extends AuditEntry {
  readonly number: number;
  readonly recordedAt: string;
}

/** Appends in the caller's transaction. The entry of an event that is already there is not written twice. */
export async function appendAudit(sql: Sql, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql.change(
    `INSERT INTO register.audit_entry
       (action, by, request_id, case_id, run, event_number, cite, commitment, correlation_id, detail)
     SELECT action, by, "requestId", "caseId", run, "eventNumber", cite, commitment, "correlationId", coalesce(detail, '{}')
     FROM jsonb_to_recordset($1::jsonb) AS entry(action text, by text, "requestId" uuid, "caseId" uuid, run int,
       "eventNumber" int, cite text, commitment text, "correlationId" text, detail jsonb)
     ON CONFLICT (case_id, run, event_number) WHERE event_number IS NOT NULL DO NOTHING`,
    [json(entries)],
  );
}

/** The log of one request and its cases, in order; `after` is the number of the last entry seen. */
export function auditOf(
  sql: Sql,
  requestId: string,
  after = 0,
  limit = 200,
): Promise<readonly RecordedAuditEntry[]> {
  return sql.query<RecordedAuditEntry>(
    `SELECT number, recorded_at AS "recordedAt", action, by, request_id AS "requestId", case_id AS "caseId", run,
       event_number AS "eventNumber", cite, commitment, correlation_id AS "correlationId", detail
     FROM register.audit_entry WHERE request_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
    [requestId, after, limit],
  );
}
