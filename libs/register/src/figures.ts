import type { CaseRight } from '@duly/case';
import type { Database } from '@duly/postgres';
import { isLate } from './case-row.js';
import { caseTime, hasCome } from './staff-letters.js';
import { driftFound, waitsToBeArchived } from './proof/alarms.js';

/** How many wait, and since when the first of them does, in seconds; 0 where none waits. */
export interface Waiting {
  readonly many: number;
  readonly oldest: number;
}

export interface CasesOfRight {
  readonly open: number;
  readonly late: number;
  readonly alarms: number;
}

/** Letters that have no outcome yet: not taken, under way, put off by the SMTP server. */
export const unsettledStates = ['decided', 'sending', 'deferred'] as const;
export type UnsettledState = (typeof unsettledStates)[number];

/** The state of the whole service, in numbers: what whoever runs it watches. */
export interface RegisterFigures {
  /** Accepted, and no workflow started yet. */
  readonly notStarted: Waiting;
  /** Those of the register: what has not yet written its first row is not among them. A right without an open case is left out. */
  readonly cases: Readonly<Partial<Record<CaseRight, CasesOfRight>>>;
  readonly unsettledLetters: Readonly<Partial<Record<UnsettledState, number>>>;
  readonly lettersToStaff: Waiting;
  /**
   * What only reminds staff: `planned` waits for its day; `due` has come to it and waits for the pace, the quiet hours, a digest or the mail
   * server; `oldest` is how long ago, in seconds, the day of the first of those came.
   */
  readonly reminders: { readonly planned: number; readonly due: number; readonly oldest: number };
  readonly tasks: { readonly open: number; readonly unclaimed: number };
  /** Verbs of requests that a case has not been told yet. */
  readonly commandsToTell: number;
  /** Open cases that a changed calendar concerns and that have not been told yet. */
  readonly casesToTell: number;
  /** Open cases that a changed schedule of reminders concerns and that have not been told yet. */
  readonly casesToTellOfSchedule: number;
  /** Entries of the audit log that have no place in its tree yet. Some seconds are as they should be; more is an alarm. */
  readonly auditWaiting: Waiting;
  /** Histories of closed cases that are not archived yet. Some minutes are as they should be. */
  readonly historiesWaiting: Waiting;
  /** Those that Temporal no longer has, and that were never archived. */
  readonly historiesLost: number;
  /** Cases in which the last look over the register found other rows than the histories say, or no history. */
  readonly registerDrift: number;
  /** Messages to other systems that wait or are tried again. */
  readonly hookMessages: Waiting;
  /** Endpoints whose last tries failed, and those that were disabled because they only failed or wanted no more. */
  readonly hooks: { readonly failing: number; readonly disabled: number };
}

const waiting = (since: string, rows: string): string =>
  `SELECT jsonb_build_object('many', count(*),
     'oldest', coalesce(greatest(0, extract(epoch FROM now() - min(${since}))), 0)) FROM ${rows}`;

const reminders = `(SELECT jsonb_build_object('planned', count(*) FILTER (WHERE NOT has_come), 'due', count(*) FILTER (WHERE has_come),
     'oldest', coalesce(greatest(0, extract(epoch FROM max(ago) FILTER (WHERE has_come))), 0))
   FROM (SELECT ${hasCome} AS has_come, ${caseTime} - coalesce((letter_order->>'notBefore')::timestamptz, l.decided_at) AS ago
     FROM register.letter_to_staff w JOIN register.letter l USING (letter_id) JOIN register.case_row c ON c.case_id = w.case_id
     WHERE w.only_reminds) AS reminder)`;

// Each part reads a partial index of what is unfinished or open, so a long past costs nothing.
const statement = `SELECT
  (${waiting('accepted_at', 'register.intake WHERE started_at IS NULL')}) AS "notStarted",
  (SELECT coalesce(jsonb_object_agg(case_right, jsonb_build_object('open', many, 'late', late, 'alarms', alarms)), '{}')
   FROM (SELECT case_right, count(*) AS many, count(*) FILTER (WHERE ${isLate}) AS late, count(alarm_for) AS alarms
     FROM register.case_row WHERE closed_on IS NULL GROUP BY case_right) AS by_right) AS cases,
  (SELECT coalesce(jsonb_object_agg(state, many), '{}')
   FROM (SELECT state, count(*) AS many FROM register.letter WHERE outcome_on IS NULL AND NOT EXISTS (
     SELECT 1 FROM register.letter_to_staff AS later WHERE later.letter_id = letter.letter_id
       AND later.tries = 0 AND later.next_try > now()) GROUP BY state) AS by_state)
    AS "unsettledLetters",
  (${waiting('decided_at', 'register.letter_to_staff JOIN register.letter USING (letter_id) WHERE letter_to_staff.tries > 0 OR next_try <= now()')}) AS "lettersToStaff",
  (SELECT jsonb_build_object('open', count(*), 'unclaimed', count(*) FILTER (WHERE handler IS NULL))
   FROM register.task WHERE ended_by IS NULL) AS tasks,
  (SELECT count(*) FROM register.request_command_case WHERE outcome = 'waiting') AS "commandsToTell",
  (SELECT count(*) FROM register.calendar_case WHERE outcome = 'waiting') AS "casesToTell",
  (SELECT count(*) FROM register.schedule_case WHERE outcome = 'waiting') AS "casesToTellOfSchedule",
  ${reminders} AS reminders,
  (${waiting('since', 'register.audit_waiting')}) AS "auditWaiting",
  (${waiting(waitsToBeArchived, 'register.history_run WHERE archived_at IS NULL AND lost_at IS NULL')}) AS "historiesWaiting",
  (SELECT count(*) FROM register.history_run WHERE archived_at IS NULL AND lost_at IS NOT NULL) AS "historiesLost",
  ${driftFound} AS "registerDrift",
  (${waiting(
    'd.recorded_at',
    `register.hook_delivery d JOIN register.hook h USING (hook_id)
     WHERE d.state = 'waiting' AND h.disabled_at IS NULL AND h.removed_at IS NULL`,
  )}) AS "hookMessages",
  (SELECT jsonb_build_object('failing', count(*) FILTER (WHERE disabled_at IS NULL AND failing_since IS NOT NULL),
     'disabled', count(*) FILTER (WHERE disabled_because <> 'by-hand')) FROM register.hook WHERE removed_at IS NULL) AS hooks`;

/** Reads them all in one statement, of one moment. */
export class Figures {
  constructor(private readonly database: Database) {}

  /** @throws DatabaseError */
  async read(): Promise<RegisterFigures> {
    const [row] = await this.database.query<RegisterFigures>(statement);
    if (!row) throw new Error('A SELECT without FROM gave no row.');
    return row;
  }
}
