/** A call that was answered, for the audit log: what was asked of which request or case, by whom, and whether it was taken. */
export interface AnsweredCall {
  readonly by: string;
  /** Method and path, with ids left out. */
  readonly route: string;
  readonly caseId?: string;
  readonly requestId?: string;
  readonly correlationId: string;
  readonly status: number;
  /** Why it was refused. */
  readonly code?: string;
}

/** The columns of its entry, in the order of {@link answeredCallValues}; `$6` of the statement they stand in is the first. */
export const answeredCallEntry = `INSERT INTO register.audit_entry (action, by, request_id, case_id, correlation_id, detail)
  SELECT $6, $7, coalesce($8::uuid, (SELECT request_id FROM register.intake WHERE case_id = $9::uuid AND run = 1)), $9::uuid, $10, $11::jsonb FROM kept`;

export function answeredCallValues({
  by,
  route,
  caseId,
  requestId,
  correlationId,
  status,
  code,
}: AnsweredCall) {
  const action = code === undefined ? 'CommandAccepted' : 'CommandNotTaken';
  const detail = JSON.stringify({ route, status, ...(code !== undefined && { code }) });
  return [action, by, requestId ?? null, caseId ?? null, correlationId, detail] as const;
}
