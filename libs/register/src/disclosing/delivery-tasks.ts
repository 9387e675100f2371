import type { TaskKind } from '@duly/case';
import type { Sql } from '@duly/postgres';
import { placeTasks } from '../task-urgency.js';

export type DeliveryTask = Extract<TaskKind, 'tell-code' | 'unlock-delivery' | 'post-package' | 'offer-copy'>;

const idOf = (deliveryId: string, kind: DeliveryTask): string => `${deliveryId}.${kind}`;

/** Gives the case's handler something to do about a delivery. One of a kind for each delivery: an ended one is opened again. */
export async function openTask(sql: Sql, deliveryId: string, kind: DeliveryTask): Promise<void> {
  await sql.change(
    `INSERT INTO register.task (task_id, case_id, request_id, reference, kind, opened_by, about, opened_at, handler, team, claimed_at)
     SELECT $2, d.case_id, d.request_id, c.reference, $3, c.version, c.version, now() + make_interval(secs => c.clock_ahead_ms / 1000.0),
       c.handler, c.team, CASE WHEN c.handler IS NOT NULL THEN now() END
     FROM register.delivery d JOIN register.case_row c USING (case_id) WHERE d.delivery_id = $1
     ON CONFLICT (task_id) DO UPDATE SET ended_by = NULL, ended_at = NULL, opened_at = EXCLUDED.opened_at
       WHERE task.ended_by IS NOT NULL`,
    [deliveryId, idOf(deliveryId, kind), kind],
  );
  const [delivery] = await sql.query<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM register.delivery WHERE delivery_id = $1',
    [deliveryId],
  );
  if (delivery) await placeTasks(sql, delivery.caseId);
}

/** What it asked for is done. */
export async function endTasks(
  sql: Sql,
  deliveryId: string,
  ...kinds: readonly DeliveryTask[]
): Promise<void> {
  await sql.change(
    `UPDATE register.task SET ended_by = opened_by, ended_at = now() WHERE task_id = ANY($1) AND ended_by IS NULL`,
    [kinds.map(kind => idOf(deliveryId, kind))],
  );
}
