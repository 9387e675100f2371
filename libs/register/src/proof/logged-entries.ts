import type { LoggedEntry } from '@duly/audit';

/** Every column of `register.audit_entry e`, as the tree hashes it; instants to the microsecond, as PostgreSQL keeps them. */
export const loggedColumns = `e.number, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
  e.action, e.by, e.request_id AS "requestId", e.case_id AS "caseId", e.run, e.event_number AS "eventNumber", e.cite, e.commitment,
  e.correlation_id AS "correlationId", e.detail`;

/** An entry and its place in the tree; null while it has none yet. */
export interface PlacedEntry extends LoggedEntry {
  readonly leafIndex: number | null;
}
