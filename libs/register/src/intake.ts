import type { CaseOpening, CaseSummary } from '@duly/case';
import { json, type Database, type Sql } from '@duly/postgres';
import { isBeingErased, lockRequest } from './retention/lock-request.js';

/** A case that was accepted, with the input its workflow starts from. */
export interface IntakeCase {
  readonly opening: CaseOpening;
  /** As it stands right after opening; reads answer it until the case writes its own row. */
  readonly summary: CaseSummary;
}

/**
 * Adds runs that are to be started. `grace`: seconds in which the caller starts them itself, before the sweeper does; `after`: how
 * many cases of the request stand before them.
 */
export async function addIntake(
  sql: Sql,
  cases: readonly IntakeCase[],
  grace: number,
  after = 0,
): Promise<void> {
  await sql.change(
    `INSERT INTO register.intake (case_id, run, request_id, position, reference, opening, summary, next_try_at,
       received_on, due_date, plan_by, has_row)
     SELECT (one->'opening'->>'caseId')::uuid, (one->'opening'->>'run')::int, (one->'opening'->>'requestId')::uuid, place + $3,
       one->'opening'->>'reference', one->'opening', one->'summary', now() + make_interval(secs => $2),
       (one->'summary'->>'receivedOn')::date, (one->'summary'->>'dueDate')::date, (one->'summary'->>'planBy')::date,
       (one->'opening'->>'run')::int > 1
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given(one, place)
     ON CONFLICT (case_id, run) DO NOTHING`,
    [json(cases), grace, after],
  );
}

/** The runs that were accepted and not yet started. */
export class Intake {
  constructor(private readonly database: Database) {}

  /**
   * A further run of a closed case, to be started like a first one. @returns `erased` where its request is being erased: then the last
   * look at what stands against that has been taken, and nothing may come to stand against it any more
   */
  addRun(one: IntakeCase, grace = 15): Promise<'added' | 'erased'> {
    return this.database.inTransaction(async sql => {
      const { requestId } = one.opening;
      await lockRequest(sql, requestId);
      if (await isBeingErased(sql, requestId)) return 'erased';
      await addIntake(sql, [one], grace);
      return 'added';
    });
  }

  /** Its workflow was started, or had been already. */
  async started(caseId: string, run = 1): Promise<void> {
    await this.database.change(
      'UPDATE register.intake SET started_at = now() WHERE case_id = $1 AND run = $2 AND started_at IS NULL',
      [caseId, run],
    );
  }

  /** Whoever accepted them cannot start them now: the next sweep may, without waiting for the grace to end. */
  async giveBack(caseIds: readonly string[]): Promise<void> {
    await this.database.change(
      'UPDATE register.intake SET next_try_at = now() WHERE case_id = ANY($1) AND started_at IS NULL',
      [caseIds],
    );
  }

  /**
   * Takes runs nobody has started, oldest first, each for one sweeper: two that ask at once get different ones. One that is
   * not started within the lease is given out again; the gap grows with each try, up to five minutes.
   * @param lease seconds
   */
  async claimWaiting(limit: number, lease = 30): Promise<readonly CaseOpening[]> {
    const rows = await this.database.query<{ opening: CaseOpening }>(
      `UPDATE register.intake SET tries = tries + 1,
         next_try_at = now() + make_interval(secs => least(300, $2 * power(2, least(tries, 4))))
       WHERE (case_id, run) IN (
         SELECT case_id, run FROM register.intake WHERE started_at IS NULL AND next_try_at <= now()
         ORDER BY next_try_at, case_id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING opening`,
      [limit, lease],
    );
    return rows.map(row => row.opening);
  }

  /** How many runs wait to be started, at most a thousand. */
  async waiting(): Promise<number> {
    const [row] = await this.database.query<{ many: number }>(
      'SELECT count(*) AS many FROM (SELECT 1 FROM register.intake WHERE started_at IS NULL LIMIT 1000) AS waiting',
    );
    return row?.many ?? 0;
  }

  /** The opening of one run; undefined where there is none. */
  async opening(caseId: string, run = 1): Promise<CaseOpening | undefined> {
    const [row] = await this.database.query<{ opening: CaseOpening }>(
      'SELECT opening FROM register.intake WHERE case_id = $1 AND run = $2',
      [caseId, run],
    );
    return row?.opening;
  }

  /** The opening of the further run that one call began; undefined where it began none. */
  async openingBegunBy(caseId: string, call: string): Promise<CaseOpening | undefined> {
    const [row] = await this.database.query<{ opening: CaseOpening }>(
      `SELECT opening FROM register.intake WHERE case_id = $1 AND run > 1 AND opening->>'begunBy' = $2`,
      [caseId, call],
    );
    return row?.opening;
  }

  /** Of these requests, the ones that were accepted: what the sweeper of keys asks. */
  async acceptedOf(requestIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ request_id: string }>(
      'SELECT request_id FROM register.request WHERE request_id = ANY($1)',
      [requestIds],
    );
    return new Set(rows.map(row => row.request_id));
  }

  /** Cases whose workflow was started, by their ids in order: each of them has a history. */
  async startedAfter(caseId: string | undefined, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ readonly caseId: string }>(
      `SELECT case_id AS "caseId" FROM register.intake WHERE run = 1 AND started_at IS NOT NULL AND case_id > $1
       ORDER BY case_id LIMIT $2`,
      [caseId ?? '00000000-0000-0000-0000-000000000000', limit],
    );
    return rows.map(row => row.caseId);
  }

  /** Some of them, chosen at random: around random ids, so that a long register need not be read. */
  async startedSample(many: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ readonly caseId: string }>(
      `SELECT DISTINCT found.case_id AS "caseId" FROM (SELECT gen_random_uuid() AS point FROM generate_series(1, $1)) AS chosen
       CROSS JOIN LATERAL (SELECT case_id FROM register.intake WHERE run = 1 AND started_at IS NOT NULL
         AND case_id >= chosen.point ORDER BY case_id LIMIT 1) AS found`,
      [many],
    );
    return rows.map(row => row.caseId);
  }
}
