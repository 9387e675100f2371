import { refusalCodes } from '@duly/case';

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
  /** The call's own id, an HMAC; under it the log commits to what was asked. */
  readonly call?: string;
  /** HMAC of route and body under the key of the case or request, or else the organisation's: who has the body can show that it was this. */
  readonly commitment?: string;
}

const refusals = new Set<string>(refusalCodes);

/** `CommandRefused`: the case, or the law, did not allow it. `CommandNotTaken`: it never came before a case. */
function actionOf(code: string | undefined): string {
  if (code === undefined) return 'CommandAccepted';
  return refusals.has(code) ? 'CommandRefused' : 'CommandNotTaken';
}

/** The columns of its entry, in the order of {@link answeredCallValues}; `$6` of the statement they stand in is the first. */
export const answeredCallEntry = `INSERT INTO register.audit_entry (action, by, request_id, case_id, correlation_id, detail, commitment)
  SELECT $6, $7, coalesce($8::uuid, (SELECT request_id FROM register.intake WHERE case_id = $9::uuid AND run = 1)), $9::uuid, $10, $11::jsonb, $12 FROM kept`;

export function answeredCallValues({
  by,
  route,
  caseId,
  requestId,
  correlationId,
  status,
  code,
  call,
  commitment,
}: AnsweredCall) {
  const action = actionOf(code);
  const detail = JSON.stringify({
    route,
    status,
    ...(code !== undefined && { code }),
    ...(call !== undefined && { call }),
  });
  return [action, by, requestId ?? null, caseId ?? null, correlationId, detail, commitment ?? null] as const;
}
