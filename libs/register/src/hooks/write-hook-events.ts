import type { CaseEvent } from '@duly/case';
import type { RegisterStep } from '@duly/case-protocol';
import { json, type Sql } from '@duly/postgres';

/** The type of a message about an event of a case: the word of its timeline. */
export const hookTypeOf = (event: Pick<CaseEvent, 'type'>): string => `case.${event.type}`;

/**
 * What is told to other systems: opaque ids, enums and dates. No name and no word of a person, so it stays true when they are erased.
 * The state and the dates are the case's after the step; `on` and `timestamp` are the event's.
 */
export function hookPayload(
  { summary, requestId, caseId, reference }: RegisterStep,
  event: CaseEvent,
): string {
  const { right, state, outcome, receivedOn, dueDate, planBy, closedOn, inTime } = summary;
  return JSON.stringify({
    type: hookTypeOf(event),
    timestamp: event.recordedAt,
    data: {
      request: requestId,
      case: caseId,
      reference,
      right,
      run: event.run,
      number: event.number,
      on: event.on,
      state,
      outcome,
      receivedOn,
      dueDate,
      planBy,
      closedOn,
      inTime,
    },
  });
}

/** With the step, in its transaction: what is recorded is told, and nothing else. What a disabled endpoint would be told is held for a replay. */
export async function writeHookEvents(
  sql: Sql,
  step: RegisterStep,
  events: readonly CaseEvent[],
): Promise<void> {
  await sql.change(
    `INSERT INTO register.hook_delivery (hook_id, case_id, event_number, type, payload, state)
     SELECT h.hook_id, $1, e.number, e.type, e.payload, CASE WHEN h.disabled_at IS NULL THEN 'waiting' ELSE 'held' END
     FROM jsonb_to_recordset($2::jsonb) AS e(number int, type text, payload text)
     JOIN register.hook h ON h.removed_at IS NULL AND (h.types IS NULL OR e.type = ANY(h.types))
     ON CONFLICT (hook_id, case_id, event_number) DO NOTHING`,
    [
      step.caseId,
      json(
        events.map(event => ({
          number: event.number,
          type: hookTypeOf(event),
          payload: hookPayload(step, event),
        })),
      ),
    ],
  );
}
