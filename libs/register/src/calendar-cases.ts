import { daysTouched, type Calendar, type CivilDate } from '@duly/law';
import { json, type Sql } from '@duly/postgres';

/** A case that a change of its calendar may concern. */
export interface CaseToTell {
  readonly caseId: string;
  /** The version at which it was found. */
  readonly foundAt: number;
  /** Civil dates in Europe/London: the receipt, and the last day that is known of the case. */
  readonly receivedOn: CivilDate;
  readonly latest: CivilDate;
}

/** `moved`: its dates are others now. `unmoved`: none of them was, and it was left as it is. */
export type ToldOutcome = 'moved' | 'unmoved' | 'closed';

interface Version {
  readonly version: string;
  readonly calendar: Calendar;
}

interface DayOfVersion {
  readonly version: string;
  readonly day: string;
}

interface Touched {
  readonly due: readonly DayOfVersion[];
  readonly withdrawn: readonly DayOfVersion[];
}

/** What the newest version does to the dates of cases that are judged by each older one. */
function touchedBy(older: readonly Version[], newest: Version): Touched {
  const touched = older.map(({ version, calendar }) => ({
    version,
    ...daysTouched(calendar, newest.calendar),
  }));
  return {
    due: touched.flatMap(({ version, dueOn }) => dueOn.map(day => ({ version, day }))),
    withdrawn: touched.flatMap(({ version, withdrawn }) => withdrawn.map(day => ({ version, day }))),
  };
}

const rolledDates = `ARRAY[c.due_date, c.unextended_due_date, c.extended_due_date, c.conservative_due_date,
  c.fallback_due_date, c.plan_by, c.extension_notice_by]`;

/**
 * R20 — one statement finds the open cases one of whose dates falls on a day that is touched, or was moved past a holiday that is none
 * any more, and those whose part of the calendar ends before a date they need. A case that was told before is found again only where
 * it has moved on since.
 */
async function find(sql: Sql, name: string, newest: Version, touched: Touched): Promise<void> {
  await sql.change(
    `WITH due AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($3::jsonb) AS due(version text, day date)),
       withdrawn AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($4::jsonb) AS withdrawn(version text, day date))
     INSERT INTO register.calendar_case (name, version, case_id, found_at)
     SELECT $1, $2, c.case_id, c.version FROM register.case_row c
     WHERE c.calendar = $1 AND c.closed_on IS NULL AND (
       EXISTS (SELECT 1 FROM due WHERE due.version = c.calendar_version AND due.day = ANY(${rolledDates}))
       OR EXISTS (SELECT 1 FROM withdrawn
         WHERE withdrawn.version = c.calendar_version
           AND withdrawn.day >= c.conservative_extension_notice_by AND withdrawn.day < c.extension_notice_by)
       OR (c.is_provisional AND c.calendar_to < $5::date))
     ON CONFLICT (name, version, case_id) DO UPDATE
       SET outcome = 'waiting', found_at = EXCLUDED.found_at, tries = 0, settled_at = NULL
       WHERE calendar_case.outcome <> 'waiting'
         AND EXCLUDED.found_at > coalesce(calendar_case.case_version, calendar_case.found_at)`,
    [name, newest.version, json(touched.due), json(touched.withdrawn), newest.calendar.covers?.to ?? null],
  );
}

/** Finds the cases that the newest version of a calendar concerns. @returns how many wait to be told, in all */
export async function findCases(sql: Sql, name: string): Promise<number> {
  const versions = await sql.query<Version>(
    'SELECT version, calendar FROM register.calendar WHERE name = $1 ORDER BY position',
    [name],
  );
  const newest = versions.at(-1);
  if (!newest) return 0;
  await find(sql, name, newest, touchedBy(versions.slice(0, -1), newest));
  return waitingCases(sql, name, newest.version);
}

export async function waitingCases(sql: Sql, name: string, version: string): Promise<number> {
  const [row] = await sql.query<{ many: number }>(
    `SELECT count(*) AS many FROM register.calendar_case WHERE name = $1 AND version = $2 AND outcome = 'waiting'`,
    [name, version],
  );
  return row?.many ?? 0;
}
