import { Register, type RecordedAuditEntry } from '@duly/register';
import type { Journey } from './journey.js';

async function withRegister<Read>(
  { environment }: Journey,
  read: (register: Register) => Promise<Read>,
): Promise<Read> {
  const url = environment['DATABASE_URL'] ?? '';
  const register = await Register.open({ url, poolSize: 1, application: 'duly spec' });
  try {
    return await read(register);
  } finally {
    await register.close();
  }
}

/** What the audit log holds of a request. */
export const auditOf = (requestId: string, journey: Journey): Promise<readonly RecordedAuditEntry[]> =>
  withRegister(journey, register => register.audit(requestId));

/** What the audit log holds of a package that another controller sent: it belongs to no request of ours. */
export const auditOfIncoming = (
  incomingId: string,
  journey: Journey,
): Promise<readonly Pick<RecordedAuditEntry, 'action' | 'by' | 'detail'>[]> =>
  withRegister(journey, ({ database }) =>
    database.query(
      `SELECT action, by, detail FROM register.audit_entry WHERE detail->>'incoming' = $1 ORDER BY number`,
      [incomingId],
    ),
  );
