import type { CaseRight, ReminderSchedule } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import type { RegisteredCase } from './case-row.js';

/** `changed`: it lives by the new schedule. `unchanged`: it did already. `overtaken`: a newer schedule came first. */
export const scheduleOutcomes = ['waiting', 'changed', 'unchanged', 'closed', 'overtaken'] as const;
export type ScheduleOutcome = (typeof scheduleOutcomes)[number];

/** A schedule as it was put: by whom, when, and what became of the open cases. */
export interface ScheduleVersion {
  readonly schedule: ReminderSchedule;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly cases: Readonly<Record<ScheduleOutcome, number>>;
}

/** An open case, as far as it takes to foretell its reminders. */
export type OpenCase = Pick<RegisteredCase, 'caseId' | 'run' | 'reference' | 'clockAheadMs'>;

export interface ScheduleInForce {
  readonly schedule: ReminderSchedule;
  readonly changedBy: string;
}

async function newestOf(sql: Sql, right: CaseRight): Promise<ScheduleInForce | undefined> {
  const [row] = await sql.query<ScheduleInForce>(
    `SELECT schedule, changed_by AS "changedBy" FROM register.reminder_schedule
     WHERE case_right = $1 ORDER BY version DESC LIMIT 1`,
    [right],
  );
  return row;
}

async function waitingCases(sql: Sql, right: CaseRight): Promise<number> {
  const [row] = await sql.query<{ many: number }>(
    `SELECT count(*) AS many FROM register.schedule_case WHERE case_right = $1 AND outcome = 'waiting'`,
    [right],
  );
  return row?.many ?? 0;
}

/** A case that was accepted a moment later may have been started by the schedule before. */
const afterwards = `interval '1 minute'`;

/** Those that were told are not found again; one that had closed is, once it has been reopened. */
async function findCases(sql: Sql, right: CaseRight): Promise<number> {
  await sql.change(
    `INSERT INTO register.schedule_case AS told (case_right, version, case_id)
     SELECT $1, s.version, c.case_id
     FROM (SELECT version, changed_at FROM register.reminder_schedule WHERE case_right = $1 ORDER BY version DESC LIMIT 1) AS s
     JOIN register.case_row c ON c.case_right = $1 AND c.closed_on IS NULL
     JOIN register.intake i ON i.case_id = c.case_id AND i.run = 1 AND i.accepted_at < s.changed_at + ${afterwards}
     WHERE NOT EXISTS (SELECT 1 FROM register.schedule_case t
       WHERE t.case_right = $1 AND t.version = s.version AND t.case_id = c.case_id AND (t.outcome <> 'closed' OR t.settled_at > now() - ${afterwards}))
     ON CONFLICT (case_right, version, case_id) DO UPDATE SET outcome = 'waiting', tries = 0, settled_at = NULL
       WHERE told.outcome = 'closed'`,
    [right],
  );
  return waitingCases(sql, right);
}

/** Schedules of reminders, by right: each version is kept for good, the newest is in force. */
export class Schedules {
  constructor(private readonly database: Database) {}

  /** Undefined while nobody has put one: then the organisation's settings say it. */
  newest(right: CaseRight): Promise<ScheduleInForce | undefined> {
    return newestOf(this.database, right);
  }

  /** Every one that somebody has put, by its right. */
  async inForce(): Promise<ReadonlyMap<CaseRight, ReminderSchedule>> {
    const rows = await this.database.query<{ right: CaseRight; schedule: ReminderSchedule }>(
      `SELECT DISTINCT ON (case_right) case_right AS "right", schedule FROM register.reminder_schedule
       ORDER BY case_right, version DESC`,
    );
    return new Map(rows.map(({ right, schedule }) => [right, schedule]));
  }

  /** Some of the open cases of a right, the nearest day to plan by first, and how many there are beside. */
  async openCases(right: CaseRight, most: number) {
    const rows = await this.database.query<OpenCase & { readonly total: number }>(
      `SELECT case_id AS "caseId", run, reference, clock_ahead_ms AS "clockAheadMs", count(*) OVER () AS total
       FROM register.case_row WHERE case_right = $1 AND closed_on IS NULL ORDER BY plan_by, case_id LIMIT $2`,
      [right, most],
    );
    const cases = rows.map(({ total: _total, ...one }) => one);
    return { cases, leftOut: (rows[0]?.total ?? 0) - rows.length };
  }

  /** The rights of which somebody has put a schedule. */
  async rights(): Promise<readonly CaseRight[]> {
    const rows = await this.database.query<{ right: CaseRight }>(
      'SELECT DISTINCT case_right AS "right" FROM register.reminder_schedule ORDER BY case_right',
    );
    return rows.map(({ right }) => right);
  }

  /** Every version, the newest first; at most a hundred. */
  versions(right: CaseRight): Promise<readonly ScheduleVersion[]> {
    const cases = scheduleOutcomes.map(
      one => `'${one}', count(t.case_id) FILTER (WHERE t.outcome = '${one}')`,
    );
    return this.database.query<ScheduleVersion>(
      `SELECT s.schedule, s.changed_by AS "changedBy", s.changed_at AS "changedAt",
         jsonb_build_object(${cases.join(', ')}) AS cases
       FROM register.reminder_schedule s LEFT JOIN register.schedule_case t USING (case_right, version)
       WHERE s.case_right = $1 GROUP BY s.case_right, s.version ORDER BY s.version DESC LIMIT 100`,
      [right],
    );
  }

  /**
   * Puts a schedule in the place of the one in force and finds the open cases, in one transaction with its audit entry.
   * @returns its version, and how many cases wait to be told
   */
  put(right: CaseRight, schedule: Omit<ReminderSchedule, 'version'>, by: string) {
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [right]);
      const version = ((await newestOf(sql, right))?.schedule.version ?? 0) + 1;
      const put: ReminderSchedule = { ...schedule, version };
      await sql.change(
        'INSERT INTO register.reminder_schedule (case_right, version, schedule, changed_by) VALUES ($1, $2, $3, $4)',
        [right, version, json(put), by],
      );
      await sql.change(
        `UPDATE register.schedule_case SET outcome = 'overtaken', settled_at = now() WHERE case_right = $1 AND outcome = 'waiting'`,
        [right],
      );
      const detail = { right, from: version - 1, to: version };
      await appendAudit(sql, [{ action: 'ReminderScheduleChanged', by, detail }]);
      return { version, waiting: await findCases(sql, right) };
    });
  }

  /** Finds the open cases that live by an older schedule. @returns how many wait to be told */
  findCases(right: CaseRight): Promise<number> {
    return findCases(this.database, right);
  }

  /** Ids of some of those that wait, the least tried first. */
  async waiting(right: CaseRight, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ caseId: string }>(
      `SELECT case_id AS "caseId" FROM register.schedule_case
       WHERE case_right = $1 AND outcome = 'waiting' ORDER BY tries, case_id LIMIT $2`,
      [right, limit],
    );
    return rows.map(({ caseId }) => caseId);
  }

  /** What a case made of it. */
  async told(
    right: CaseRight,
    version: number,
    told: {
      readonly caseId: string;
      readonly outcome: 'changed' | 'unchanged' | 'closed';
      readonly caseVersion?: number;
    },
  ): Promise<void> {
    await this.database.change(
      `UPDATE register.schedule_case SET outcome = $4, case_version = $5, settled_at = now()
       WHERE case_right = $1 AND version = $2 AND case_id = $3 AND outcome = 'waiting'`,
      [right, version, told.caseId, told.outcome, told.caseVersion ?? null],
    );
  }

  /** It did not answer: the others go first. */
  async didNotAnswer(right: CaseRight, caseId: string): Promise<void> {
    await this.database.change(
      `UPDATE register.schedule_case SET tries = tries + 1 WHERE case_right = $1 AND case_id = $2 AND outcome = 'waiting'`,
      [right, caseId],
    );
  }

  /** How many wait to be told. */
  left(right: CaseRight): Promise<number> {
    return waitingCases(this.database, right);
  }
}
