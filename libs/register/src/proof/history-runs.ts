import type { Database, Sql } from '@duly/postgres';
import { appendAudit } from '../audit.js';

/** A run of a case that closed and whose history is not archived. */
export interface RunToArchive {
  readonly caseId: string;
  readonly requestId: string | null;
  readonly run: number;
  readonly tries: number;
}

/** What was archived of a run, and read back. */
export interface RunArchived {
  /** SHA-256 of its JSON, by which the archive names it. */
  readonly file: string;
  /** SHA-256 of its events, by which the case's next run names it. */
  readonly history: string;
  readonly events: number;
}

/** Seconds between two looks at a run that goes on, though its case is closed: a letter is still to be posted. */
const patience = 60;
/** Temporal may be a moment behind; one that it does not know after so many looks is lost. */
const looksBeforeLost = 3;
/** Seconds for which one worker has a run to itself. */
const lease = 300;

/** A case that closes, and later perhaps closes again: its run is to be archived once it has ended. */
export async function expectArchive(sql: Sql, caseId: string, run: number): Promise<void> {
  await sql.change(
    'INSERT INTO register.history_run (case_id, run) VALUES ($1, $2) ON CONFLICT (case_id, run) DO NOTHING',
    [caseId, run],
  );
}

/** Which runs are archived, under which hash: so that a gap shows before Temporal's retention has made it. */
export class HistoryRuns {
  constructor(private readonly database: Database) {}

  /** Takes some that wait; nobody else gets them for some minutes. */
  take(limit: number): Promise<readonly RunToArchive[]> {
    return this.database.query<RunToArchive>(
      `UPDATE register.history_run r SET next_try = now() + make_interval(secs => ${lease})
       FROM (SELECT case_id, run FROM register.history_run WHERE archived_at IS NULL AND lost_at IS NULL AND next_try <= now()
         ORDER BY next_try LIMIT $1 FOR UPDATE SKIP LOCKED) AS due
       WHERE r.case_id = due.case_id AND r.run = due.run
       RETURNING r.case_id AS "caseId", r.run, r.tries,
         (SELECT request_id FROM register.case_row c WHERE c.case_id = r.case_id) AS "requestId"`,
      [limit],
    );
  }

  /** How many could be taken now. */
  async due(): Promise<number> {
    const [row] = await this.database.query<{ readonly many: number }>(
      'SELECT count(*) AS many FROM register.history_run WHERE archived_at IS NULL AND lost_at IS NULL AND next_try <= now()',
    );
    return row?.many ?? 0;
  }

  /** Records it, with the entry that holds its hashes: from then on the one signed tree speaks for it. */
  archived({ caseId, requestId, run }: RunToArchive, { file, history, events }: RunArchived): Promise<void> {
    return this.database.inTransaction(async sql => {
      const kept = await sql.change(
        `UPDATE register.history_run SET file = $3, history = $4, events = $5, archived_at = now()
         WHERE case_id = $1 AND run = $2 AND archived_at IS NULL`,
        [caseId, run, file, history, events],
      );
      if (kept === 0) return;
      const detail = { run, file, history, events };
      await appendAudit(sql, [
        { action: 'HistoryArchived', by: 'time', caseId, ...(requestId !== null && { requestId }), detail },
      ]);
    });
  }

  /** Its case is closed, and the run goes on. */
  async runs({ caseId, run }: RunToArchive): Promise<void> {
    await this.database.change(
      `UPDATE register.history_run SET seen_running_at = now(), next_try = now() + make_interval(secs => ${patience}), tries = 0
       WHERE case_id = $1 AND run = $2`,
      [caseId, run],
    );
  }

  /** Temporal does not know it. @returns whether it is lost: nothing more can be done but to raise the alarm */
  async unknown({ caseId, requestId, run, tries }: RunToArchive): Promise<boolean> {
    const isLost = tries + 1 >= looksBeforeLost;
    await this.database.inTransaction(async sql => {
      await sql.change(
        `UPDATE register.history_run SET tries = tries + 1, next_try = now() + make_interval(secs => ${patience}),
           lost_at = CASE WHEN $3 THEN now() END WHERE case_id = $1 AND run = $2`,
        [caseId, run, isLost],
      );
      if (isLost)
        await appendAudit(sql, [
          {
            action: 'HistoryLost',
            by: 'time',
            caseId,
            ...(requestId !== null && { requestId }),
            detail: { run },
          },
        ]);
    });
    return isLost;
  }

  /** What is archived of a case, oldest first. */
  of(caseId: string): Promise<readonly (RunArchived & { readonly run: number })[]> {
    return this.database.query(
      `SELECT run, file, history, events FROM register.history_run WHERE case_id = $1 AND archived_at IS NOT NULL ORDER BY run`,
      [caseId],
    );
  }

  /** Everything that is archived, in order, for whoever goes through the whole archive. */
  all(
    after: readonly [string, number] | undefined,
    limit: number,
  ): Promise<readonly (RunArchived & { readonly caseId: string; readonly run: number })[]> {
    const [caseId, run] = after ?? ['00000000-0000-0000-0000-000000000000', 0];
    return this.database.query(
      `SELECT case_id AS "caseId", run, file, history, events FROM register.history_run
       WHERE archived_at IS NOT NULL AND (case_id, run) > ($1, $2) ORDER BY case_id, run LIMIT $3`,
      [caseId, run, limit],
    );
  }
}
