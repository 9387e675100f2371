import type { Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';

export const deliveryHappenings = [
  'prepared',
  'sent',
  'opened',
  'code-told',
  'wrong-code',
  'locked',
  'downloaded',
  'broken-off',
  'expired',
  'used-up',
  'sent-again',
  'renewal-asked',
  'posted',
  'copy-destroyed',
  'transfer-begun',
  'transfer-received',
  'transfer-refused',
  'transfer-accepted',
  'transfer-rejected',
  'copy-offered',
] as const;
export type DeliveryHappening = (typeof deliveryHappenings)[number];

/** Writes one happening of a delivery, with its audit entry. */
export async function writeHappening(
  sql: Sql,
  deliveryId: string,
  what: DeliveryHappening,
  by: string,
  link: number | null = null,
  words: string | null = null,
): Promise<void> {
  const [row] = await sql.query<{ caseId: string; requestId: string }>(
    `INSERT INTO register.delivery_event (delivery_id, case_id, link, what, by, words)
     SELECT delivery_id, case_id, $2, $3, $4, $5 FROM register.delivery WHERE delivery_id = $1
     RETURNING case_id AS "caseId", (SELECT request_id FROM register.delivery WHERE delivery_id = $1) AS "requestId"`,
    [deliveryId, link, what, by, words],
  );
  if (!row) return;
  await appendAudit(sql, [
    { action: 'DeliveryHappened', by, ...row, detail: { delivery: deliveryId, what, link } },
  ]);
}
