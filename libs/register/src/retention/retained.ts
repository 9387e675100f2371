import type { CaseOutcome } from '@duly/case';
import type { CivilDate } from '@duly/law';
import { json, type Sql } from '@duly/postgres';
import type { Lead, RetentionSchedule, Warned } from './retention-schedule.js';

export interface RetainedCase {
  readonly caseId: string;
  readonly reference: string;
  /** Null while it is open, or about to be opened again. */
  readonly outcome: CaseOutcome | null;
  readonly closedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
}

/** A request as retention sees it, with all that may stand against its erasure. */
export interface Retained {
  readonly requestId: string;
  readonly reference: string;
  readonly cases: readonly RetainedCase[];
  /** When the longest period of its cases ends; null while one is open. */
  readonly dueOn: CivilDate | null;
  /** London's civil date by the clock of its cases, which is the server's but where one was wound. */
  readonly today: CivilDate;
  readonly warned: Warned;
  /** When holds that stand were placed. */
  readonly heldSince: readonly CivilDate[];
  /** References of open complaints about its cases. */
  readonly complaints: readonly string[];
  /** Letters that have no outcome yet, and tasks that are not done. */
  readonly lettersUnderWay: number;
  readonly tasksOpen: number;
  readonly state: 'proposed' | 'approved' | 'destroying' | 'removing' | 'erased' | null;
  /** Open requests of the same person, and of whoever looks like them; filled in by `withOthers`. */
  readonly samePerson: readonly string[];
  readonly lookAlikes: readonly string[];
}

const today = `((now() + make_interval(secs => coalesce(max(c.clock_ahead_ms), 0) / 1000.0)) AT TIME ZONE 'Europe/London')::date`;

/** $1 is the periods; what is put in narrows the requests down. */
const select = (which: string) => `
  WITH period AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(outcome text, months int, days int)),
  life AS (
    SELECT request_id, case_id, min(reference) AS reference, max(run) AS run
    FROM register.intake WHERE request_id IN (${which}) GROUP BY request_id, case_id),
  whole AS (
    SELECT l.request_id, ${today} AS today,
      CASE WHEN bool_and(c.closed_on IS NOT NULL AND c.run = l.run)
        THEN max((c.closed_on + make_interval(months => p.months, days => p.days))::date) END AS due_on,
      jsonb_agg(jsonb_build_object('caseId', l.case_id, 'reference', l.reference,
        'outcome', CASE WHEN c.run = l.run THEN c.outcome END, 'closedOn', CASE WHEN c.run = l.run THEN c.closed_on END,
        'dueOn', CASE WHEN c.run = l.run THEN (c.closed_on + make_interval(months => p.months, days => p.days))::date END)
        ORDER BY l.reference) AS cases
    FROM life l LEFT JOIN register.case_row c USING (case_id) LEFT JOIN period p ON p.outcome = c.outcome
    GROUP BY l.request_id)
  SELECT w.request_id AS "requestId", r.reference, w.cases, w.due_on AS "dueOn", w.today,
    (SELECT jsonb_build_array(min(warned_on) FILTER (WHERE number = 1), min(warned_on) FILTER (WHERE number = 2))
     FROM register.retention_warning g WHERE g.request_id = w.request_id AND g.due_on = w.due_on) AS warned,
    ARRAY(SELECT (placed_at AT TIME ZONE 'Europe/London')::date::text FROM register.legal_hold h
      WHERE h.request_id = w.request_id AND h.lifted_at IS NULL ORDER BY placed_at) AS "heldSince",
    ARRAY(SELECT i.reference FROM register.request about JOIN register.intake i USING (request_id)
      LEFT JOIN register.case_row c USING (case_id)
      WHERE about.about_case IN (SELECT l.case_id FROM life l WHERE l.request_id = w.request_id)
        AND (c.closed_on IS NULL OR i.run > c.run) AND about.request_id <> w.request_id ORDER BY 1) AS complaints,
    (SELECT count(*) FROM register.letter t WHERE t.request_id = w.request_id AND t.outcome_on IS NULL)::int AS "lettersUnderWay",
    (SELECT count(*) FROM register.task t WHERE t.request_id = w.request_id AND t.ended_by IS NULL)::int AS "tasksOpen",
    (SELECT e.state FROM register.erasure_request e WHERE e.request_id = w.request_id AND e.state NOT IN ('rejected', 'blocked')) AS state,
    '{}'::text[] AS "samePerson", '{}'::text[] AS "lookAlikes"
  FROM whole w JOIN register.request r USING (request_id)`;

const periodsOf = ({ periods }: RetentionSchedule) =>
  json(Object.entries(periods).map(([outcome, { months, days }]) => ({ outcome, months, days })));

export function retainedOf(
  sql: Sql,
  schedule: RetentionSchedule,
  requestIds: readonly string[],
): Promise<readonly Retained[]> {
  return sql.query<Retained>(`${select('SELECT unnest($2::uuid[])')} ORDER BY r.reference`, [
    periodsOf(schedule),
    requestIds,
  ]);
}

export interface DueAsked {
  /** The last day of it, civil date in Europe/London. */
  readonly by: CivilDate;
  readonly limit: number;
  /** The reference and day seen last. */
  readonly seen?: { readonly dueOn: string; readonly reference: string };
}

const closedNotErased = `SELECT i.request_id FROM register.case_row c JOIN register.intake i USING (case_id)
  WHERE c.closed_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM register.erasure_request e WHERE e.request_id = i.request_id AND e.state = 'erased')`;
const beginning = { dueOn: '0001-01-01', reference: '' };

/** What is not erased and falls due by a day, the earliest first. */
export function fallingDue(
  sql: Sql,
  schedule: RetentionSchedule,
  { by, limit, seen = beginning }: DueAsked,
): Promise<readonly Retained[]> {
  return sql.query<Retained>(
    `SELECT * FROM (${select(`${closedNotErased} AND c.closed_on <= $2::date`)}) AS retained
     WHERE "dueOn" <= $2::date AND ("dueOn", reference) > ($3::date, $4) ORDER BY "dueOn", reference LIMIT $5`,
    [periodsOf(schedule), by, seen.dueOn, seen.reference, limit],
  );
}

/** Requests that fall due within the time of the first warning, and of which a warning is missing still. */
export function toWarnOf(
  sql: Sql,
  schedule: RetentionSchedule,
  { months, days }: Lead,
  limit: number,
): Promise<readonly Retained[]> {
  return sql.query<Retained>(
    `SELECT * FROM (${select(closedNotErased)}) AS retained
     WHERE "dueOn" <= (today + make_interval(months => $2, days => $3))::date AND state IS NULL AND "heldSince" = '{}'
       AND (warned->>0 IS NULL OR warned->>1 IS NULL) ORDER BY "dueOn", reference LIMIT $4`,
    [periodsOf(schedule), months, days, limit],
  );
}
