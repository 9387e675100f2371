import { Register, type RecordedAuditEntry } from '@duly/register';
import type { Journey } from './journey.js';

/** What the audit log holds of a request. */
export async function auditOf(
  requestId: string,
  { environment }: Journey,
): Promise<readonly RecordedAuditEntry[]> {
  const url = environment['DATABASE_URL'] ?? '';
  const register = await Register.open({ url, poolSize: 1, application: 'duly spec' });
  try {
    return await register.audit(requestId);
  } finally {
    await register.close();
  }
}
