import type { Database } from '@duly/postgres';
import { appendAudit } from '../audit.js';

/** What endangers the record. Nothing is held up by it, so somebody must be told. */
export const alarms = [
  'audit-entries-wait',
  'histories-not-archived',
  'histories-lost',
  'register-drifts',
] as const;
export type Alarm = (typeof alarms)[number];

/** Seconds after which an entry without a place in the tree is an alarm. */
const entriesMayWait = 60;

/** The one key of the lock under which an alarm is raised, so that two workers tell nobody twice. */
const raisingLock = 4_815_164;

/** Since when a run waits to be archived: one that was seen to go on waits only since then. */
export const waitsToBeArchived = 'greatest(closed_at, seen_running_at)';

/** What the last look over the register found to differ from the histories; 0 once it was rebuilt. */
export const driftFound = `coalesce((SELECT CASE action WHEN 'RegisterHeld' THEN (detail->>'drifted')::int ELSE 0 END + (detail->>'unknown')::int
  FROM (
    (SELECT number, action, detail FROM register.audit_entry WHERE request_id IS NULL AND action = 'RegisterHeld' ORDER BY number DESC LIMIT 1)
    UNION ALL
    (SELECT number, action, detail FROM register.audit_entry WHERE request_id IS NULL AND action = 'RegisterRebuilt' ORDER BY number DESC LIMIT 1)
  ) AS latest ORDER BY number DESC LIMIT 1), 0)`;

/** What is wrong with the record at this moment. */
export class Alarms {
  constructor(private readonly database: Database) {}

  /** @param historyMayWait seconds for which the history of a closed case may stay unarchived */
  async read(historyMayWait: number): Promise<readonly Alarm[]> {
    const [row] = await this.database.query<Readonly<Record<Alarm, boolean>>>(
      `SELECT EXISTS (SELECT FROM register.audit_waiting WHERE since < now() - make_interval(secs => ${entriesMayWait}))
           AS "audit-entries-wait",
         EXISTS (SELECT FROM register.history_run WHERE archived_at IS NULL AND lost_at IS NULL
           AND ${waitsToBeArchived} < now() - make_interval(secs => $1)) AS "histories-not-archived",
         EXISTS (SELECT FROM register.history_run WHERE archived_at IS NULL AND lost_at IS NOT NULL) AS "histories-lost",
         ${driftFound} > 0 AS "register-drifts"`,
      [historyMayWait],
    );
    return alarms.filter(alarm => row?.[alarm]);
  }

  /** Records that it was raised, once a day however many workers see it. @returns whether it is for the caller to tell somebody */
  raise(alarm: Alarm): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [raisingLock]);
      const before = await sql.query(
        `SELECT FROM register.audit_entry WHERE request_id IS NULL AND action = 'AlarmRaised' AND detail->>'alarm' = $1
         AND recorded_at > now() - interval '1 day' LIMIT 1`,
        [alarm],
      );
      if (before.length > 0) return false;
      await appendAudit(sql, [{ action: 'AlarmRaised', by: 'time', detail: { alarm } }]);
      return true;
    });
  }
}
