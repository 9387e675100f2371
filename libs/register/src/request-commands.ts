import type { CaseRefusal, RequestCommand } from '@duly/case';
import { json, type Database } from '@duly/postgres';
import { appendAudit } from './audit.js';

/** A verb given once for a whole request, and the Update each of its cases gets. */
export interface RequestCommandToGive {
  readonly commandId: string;
  readonly requestId: string;
  readonly command: RequestCommand;
  readonly cases: readonly { readonly caseId: string; readonly updateId: string }[];
  readonly correlationId?: string;
  /** Seconds in which the caller tells the cases itself, before the sweeper does; default 30. */
  readonly grace?: number;
}

export type CaseOfCommand =
  | { readonly caseId: string; readonly outcome: 'waiting' | 'closed'; readonly version: number | null }
  | { readonly caseId: string; readonly outcome: 'accepted'; readonly version: number }
  | {
      readonly caseId: string;
      readonly outcome: 'refused';
      readonly version: number | null;
      readonly refusal: CaseRefusal;
    };

export interface WaitingCommand {
  readonly commandId: string;
  readonly requestId: string;
  readonly caseId: string;
  readonly updateId: string;
  readonly command: RequestCommand;
}

/** Verbs of a request: recorded once, then told to each open case, by whoever recorded them or by the sweeper. */
export class RequestCommands {
  constructor(private readonly database: Database) {}

  /** Records it; the same id again changes nothing. @returns whether it was new */
  give(given: RequestCommandToGive): Promise<boolean> {
    const { commandId, requestId, command, cases, grace = 30, correlationId } = given;
    return this.database.inTransaction(async sql => {
      const added = await sql.change(
        `INSERT INTO register.request_command (command_id, request_id, verb, command, given_by)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (command_id) DO NOTHING`,
        [commandId, requestId, command.verb, json(command), command.by],
      );
      if (added === 0) return false;
      await sql.change(
        `INSERT INTO register.request_command_case (command_id, case_id, update_id, next_try_at)
         SELECT $1, "caseId", "updateId", now() + make_interval(secs => $3)
         FROM jsonb_to_recordset($2::jsonb) AS one("caseId" uuid, "updateId" text)`,
        [commandId, json(cases), grace],
      );
      await appendAudit(sql, [
        {
          action: 'RequestCommandGiven',
          by: command.by,
          requestId,
          ...(correlationId && { correlationId }),
          detail: { verb: command.verb, command: commandId },
        },
      ]);
      return true;
    });
  }

  /** What one case answered. The first answer stays. */
  async answered(
    commandId: string,
    caseId: string,
    answer:
      | { readonly outcome: 'accepted'; readonly version: number }
      | { readonly outcome: 'refused'; readonly refusal: CaseRefusal }
      | { readonly outcome: 'closed' },
  ): Promise<void> {
    const version = answer.outcome === 'accepted' ? answer.version : null;
    const refusal = answer.outcome === 'refused' ? json(answer.refusal) : null;
    await this.database.change(
      `UPDATE register.request_command_case SET outcome = $3, version = $4, refusal = $5
       WHERE command_id = $1 AND case_id = $2 AND outcome = 'waiting'`,
      [commandId, caseId, answer.outcome, version, refusal],
    );
  }

  outcomes(commandId: string): Promise<readonly CaseOfCommand[]> {
    return this.database.query<CaseOfCommand>(
      `SELECT c.case_id AS "caseId", c.outcome, c.version, c.refusal
       FROM register.request_command_case c JOIN register.request_command r USING (command_id)
       LEFT JOIN register.intake i ON i.case_id = c.case_id AND i.run = 1
       WHERE c.command_id = $1 ORDER BY i.position, c.case_id`,
      [commandId],
    );
  }

  /** Cases that were not told, because whoever was to tell them died; each for one sweeper. @param lease seconds */
  claimWaiting(limit: number, lease = 30): Promise<readonly WaitingCommand[]> {
    return this.database.query<WaitingCommand>(
      `UPDATE register.request_command_case AS waiting SET tries = waiting.tries + 1,
         next_try_at = now() + make_interval(secs => least(300, $2 * power(2, least(waiting.tries, 4))))
       FROM register.request_command given
       WHERE given.command_id = waiting.command_id AND (waiting.command_id, waiting.case_id) IN (
         SELECT command_id, case_id FROM register.request_command_case
         WHERE outcome = 'waiting' AND next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING waiting.command_id AS "commandId", given.request_id AS "requestId", waiting.case_id AS "caseId",
         waiting.update_id AS "updateId", given.command`,
      [limit, lease],
    );
  }
}
