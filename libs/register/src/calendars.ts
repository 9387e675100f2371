import type { CaseRight } from '@duly/case';
import type { Calendar, CivilDate } from '@duly/law';
import { json, type Database, type Sql } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { planAnew } from './planned-letters.js';
import { findCases, waitingCases, type CaseToTell, type ToldOutcome } from './calendar-cases.js';

/** One version of a calendar, and what became of the cases it concerned. */
export interface CalendarVersion {
  readonly version: string;
  readonly changes: readonly string[];
  readonly importedBy: string;
  readonly importedAt: string;
  readonly covers: Calendar['covers'];
  readonly cases: Readonly<Record<ToldOutcome | 'waiting', number>>;
}

/** What an import makes of the calendar that is known; the same calendar where it changes nothing. */
export interface Change {
  readonly calendar: Calendar;
  /** In words, for whoever keeps the calendars. */
  readonly changes: readonly string[];
}

export interface Imported extends Change {
  readonly isNew: boolean;
  /** How many open cases wait to be told. */
  readonly waiting: number;
}

const newestOf = async (sql: Sql, name: string): Promise<Calendar | undefined> => {
  const [row] = await sql.query<{ calendar: Calendar }>(
    'SELECT calendar FROM register.calendar WHERE name = $1 ORDER BY position DESC LIMIT 1',
    [name],
  );
  return row?.calendar;
};

export interface Foreseen {
  readonly cases: readonly {
    readonly caseId: string;
    readonly run: number;
    readonly reference: string;
    readonly right: CaseRight;
    readonly dueDate: CivilDate | null;
  }[];
  readonly casesInAll: number;
}

/** Ends the transaction without keeping anything of it. */
class OnlyTried extends Error {
  constructor(readonly foreseen: Change & Foreseen) {
    super('Only tried.');
  }
}

const casesToMove = (sql: Sql, name: string, version: string) =>
  sql.query<Foreseen['cases'][number]>(
    `SELECT c.case_id AS "caseId", c.run, c.reference, c.case_right AS "right", c.due_date AS "dueDate"
     FROM register.calendar_case t JOIN register.case_row c USING (case_id)
     WHERE t.name = $1 AND t.version = $2 AND t.outcome = 'waiting' ORDER BY c.sort_due, c.case_id LIMIT 200`,
    [name, version],
  );

const outcomes = ['waiting', 'moved', 'unmoved', 'closed'] as const;

/** The versions of every calendar: each is kept for good, the newest is in force (R59). */
export class Calendars {
  private readonly known = new Map<string, Calendar>();

  constructor(private readonly database: Database) {}

  /** The newest version; its holidays are fetched once only. Undefined where nobody has stored one. */
  async newest(name: string): Promise<Calendar | undefined> {
    const [row] = await this.database.query<{ version: string; calendar: Calendar | null }>(
      `SELECT version, CASE WHEN version <> $2 THEN calendar END AS calendar FROM register.calendar
       WHERE name = $1 ORDER BY position DESC LIMIT 1`,
      [name, this.known.get(name)?.version ?? ''],
    );
    if (row?.calendar) this.known.set(name, row.calendar);
    return row && this.known.get(name);
  }

  async names(): Promise<readonly string[]> {
    const rows = await this.database.query<{ name: string }>(
      'SELECT DISTINCT name FROM register.calendar ORDER BY name',
    );
    return rows.map(({ name }) => name);
  }

  /** Every version, the newest first. */
  versions(name: string): Promise<readonly CalendarVersion[]> {
    return this.database.query<CalendarVersion>(
      `SELECT c.version, c.changes, c.imported_by AS "importedBy", c.imported_at AS "importedAt",
         c.calendar->'covers' AS covers, jsonb_build_object(${outcomes
           .map(one => `'${one}', count(t.case_id) FILTER (WHERE t.outcome = '${one}')`)
           .join(', ')}) AS cases
       FROM register.calendar c LEFT JOIN register.calendar_case t USING (name, version)
       WHERE c.name = $1 GROUP BY c.name, c.version ORDER BY c.position DESC LIMIT 100`,
      [name],
    );
  }

  /**
   * Changes a calendar and finds the cases it concerns, in one transaction; of two changes at once the second sees the first.
   * @param change what to make of the version that is known; undefined where there is none. What it throws undoes everything.
   */
  change(name: string, by: string, change: (known: Calendar | undefined) => Change): Promise<Imported> {
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [name]);
      const known = await newestOf(sql, name);
      const changed = change(known);
      const { calendar, changes } = changed;
      if (calendar.version === known?.version)
        return { ...changed, isNew: false, waiting: await waitingCases(sql, name, calendar.version) };
      await sql.change(
        'INSERT INTO register.calendar (name, version, calendar, changes, imported_by) VALUES ($1, $2, $3, $4, $5)',
        [name, calendar.version, json(calendar), changes, by],
      );
      await planAnew(sql, calendar);
      await appendAudit(sql, [
        { action: 'CalendarImported', by, detail: { calendar: name, version: calendar.version } },
      ]);
      return { ...changed, isNew: true, waiting: await findCases(sql, name) };
    });
  }

  /**
   * What a change would concern: made, looked at, and undone in one transaction, so that it is exactly what `change` would find.
   * @returns the first of the open cases by their dates, and how many there are in all
   */
  async tryChange(name: string, change: (known: Calendar | undefined) => Change): Promise<Change & Foreseen> {
    try {
      return await this.database.inTransaction(async sql => {
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [name]);
        const known = await newestOf(sql, name);
        const changed = change(known);
        const { version } = changed.calendar;
        if (version === known?.version) return { ...changed, cases: [], casesInAll: 0 };
        await sql.change(
          'INSERT INTO register.calendar (name, version, calendar, changes, imported_by) VALUES ($1, $2, $3, $4, $5)',
          [name, version, json(changed.calendar), changed.changes, 'nobody'],
        );
        const casesInAll = await findCases(sql, name);
        throw new OnlyTried({ ...changed, casesInAll, cases: await casesToMove(sql, name, version) });
      });
    } catch (error) {
      if (error instanceof OnlyTried) return error.foreseen;
      throw error;
    }
  }

  /** Finds, in one statement, the open cases that the newest version concerns. @returns how many wait to be told */
  findCases(name: string): Promise<number> {
    return findCases(this.database, name);
  }

  /** Some of those that wait, the least tried first. */
  waiting(name: string, version: string, limit: number): Promise<readonly CaseToTell[]> {
    return this.database.query<CaseToTell>(
      `SELECT c.case_id AS "caseId", t.found_at AS "foundAt", c.received_on AS "receivedOn",
         greatest(c.received_on, c.due_date, c.extended_due_date, c.fallback_due_date,
           ((now() + c.clock_ahead_ms * interval '1 millisecond') AT TIME ZONE 'Europe/London')::date) AS latest
       FROM register.calendar_case t JOIN register.case_row c USING (case_id)
       WHERE t.name = $1 AND t.version = $2 AND t.outcome = 'waiting' ORDER BY t.tries, t.case_id LIMIT $3`,
      [name, version, limit],
    );
  }

  /** What a case made of it. */
  async told(
    name: string,
    version: string,
    told: { readonly caseId: string; readonly outcome: ToldOutcome; readonly caseVersion?: number },
  ): Promise<void> {
    await this.database.change(
      `UPDATE register.calendar_case SET outcome = $4, case_version = $5, settled_at = now()
       WHERE name = $1 AND version = $2 AND case_id = $3 AND outcome = 'waiting'`,
      [name, version, told.caseId, told.outcome, told.caseVersion ?? null],
    );
  }

  /** It did not answer: the others go first. */
  async didNotAnswer(name: string, version: string, caseId: string): Promise<void> {
    await this.database.change(
      `UPDATE register.calendar_case SET tries = tries + 1 WHERE name = $1 AND version = $2 AND case_id = $3`,
      [name, version, caseId],
    );
  }

  /** How many wait to be told of this version. */
  left(name: string, version: string): Promise<number> {
    return waitingCases(this.database, name, version);
  }
}
