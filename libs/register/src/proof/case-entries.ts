import { json, type Database } from '@duly/postgres';
import { loggedColumns, type PlacedEntry } from './logged-entries.js';

/** The name under which the log commits to an event of a case, over all its runs. */
export const committedAs = ({ number }: { readonly number: number }): string => `event ${number}`;

/** The name under which the log commits to a command, by the id of its call. */
export const commandCommittedAs = (call: string): string => `command ${call}`;

/** Of which case, and by which code and calendars, entries are wanted. */
export interface CaseProved {
  readonly caseId: string;
  readonly requestId: string;
  /** SHA-256 of the workflow bundles its histories name. */
  readonly bundles: readonly string[];
  readonly calendars: readonly { readonly name: string; readonly version: string }[];
}

const select = `SELECT ${loggedColumns}, l.leaf_index AS "leafIndex"
  FROM register.audit_entry e LEFT JOIN register.audit_leaf l USING (number)`;

/** The entries that speak of one case: its own, its request's, and those of the code, settings and calendars it was decided by. */
export class CaseEntries {
  constructor(private readonly database: Database) {}

  /** In order. */
  async numbers({ caseId, requestId, bundles, calendars }: CaseProved): Promise<readonly number[]> {
    const rows = await this.database.query<{ readonly number: number }>(
      `SELECT number FROM register.audit_entry WHERE case_id = $1 OR (request_id = $2 AND case_id IS NULL)
       UNION SELECT number FROM register.audit_entry
         WHERE request_id IS NULL AND action = 'WorkflowBundleKept' AND detail->>'hash' IN (SELECT jsonb_array_elements_text($3::jsonb))
       UNION SELECT e.number FROM register.audit_entry e
         JOIN jsonb_to_recordset($4::jsonb) AS c(name text, version text)
           ON e.detail->>'calendar' = c.name AND e.detail->>'version' = c.version WHERE e.request_id IS NULL AND e.action = 'CalendarImported'
       UNION SELECT min(number) FROM register.audit_entry WHERE request_id IS NULL AND action = 'ProcessStarted'
         GROUP BY detail->>'app', detail->>'code', detail->>'settings', detail->>'rulesets'
       UNION SELECT number FROM register.audit_entry WHERE request_id IS NULL AND action = 'AuditKeyInUse'
       ORDER BY number`,
      [caseId, requestId, json(bundles), json(calendars)],
    );
    return rows.map(({ number }) => number);
  }

  /** With their places in the tree, in order. */
  placed(numbers: readonly number[]): Promise<readonly PlacedEntry[]> {
    return this.database.query<PlacedEntry>(`${select} WHERE e.number = ANY($1) ORDER BY e.number`, [
      numbers,
    ]);
  }

  /** Everything recorded of a request and its cases, with the places; `after` is the number of the last entry seen. */
  ofRequest(requestId: string, after: number, limit: number): Promise<readonly PlacedEntry[]> {
    return this.database.query<PlacedEntry>(
      `${select} WHERE e.request_id = $1 AND e.number > $2 ORDER BY e.number LIMIT $3`,
      [requestId, after, limit],
    );
  }

  /** Records that a bundle of the case was exported, and what was in it. @returns the number of the entry */
  async exported(
    { caseId, requestId }: CaseProved,
    by: string,
    detail: Readonly<Record<string, string | boolean>>,
  ): Promise<number> {
    const [row] = await this.database.query<{ readonly number: number }>(
      `INSERT INTO register.audit_entry (action, by, request_id, case_id, detail)
       VALUES ('BundleExported', $1, $2, $3, $4) RETURNING number`,
      [by, requestId, caseId, json(detail)],
    );
    if (!row) throw new Error('The export was not recorded.');
    return row.number;
  }
}
