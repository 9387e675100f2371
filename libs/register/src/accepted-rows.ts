/** The columns of a case's row that a list shows or asks for, as text in a summary, with the type each one has in the row. */
const fromSummary: Readonly<Record<string, readonly [field: string, type: string]>> = {
  case_right: ['right', 'text'],
  state: ['state', 'text'],
  version: ['version', 'int'],
  closed_on: ['closedOn', 'date'],
  outcome: ['outcome', 'text'],
  in_time: ['inTime', 'boolean'],
  alarm_for: ['alarmFor', 'date'],
  is_due_soon: ['isDueSoon', 'boolean'],
  is_provisional: ['isProvisional', 'boolean'],
  extension: ['extension', 'text'],
  relevant_date: ['relevantDate', 'date'],
  target_date: ['targetDate', 'date'],
  excluded_days: ['excludedDays', 'int'],
  counted_days: ['countedDays', 'int'],
  idle_since: ['idleSince', 'date'],
  longest_idle_days: ['longestIdleDays', 'int'],
};

const read = Object.entries(fromSummary).map(
  ([column, [field, type]]) => `(summary->>'${field}')::${type} AS ${column}`,
);

/** Accepted cases that have not written a row of their own yet, as rows: nobody has claimed them, and their clock is the server's. */
export const acceptedRows = `(SELECT case_id, request_id, reference, received_on, due_date, plan_by, sort_due, sort_plan,
    ${read.join(', ')}, coalesce((summary->>'isEnquiry')::boolean, false) AS is_enquiry, run, '{}'::text[] AS refused_for,
    NULL::text AS handler, NULL::text AS team, 0::bigint AS clock_ahead_ms, 0 AS open_asks
  FROM register.intake WHERE run = 1 AND NOT has_row) AS accepted`;
