import type { CaseSummary } from '@duly/case';
import type { SqlValue } from '@duly/postgres';

/** The column of each field of a case's summary; the compiler holds that none is forgotten. */
export const summaryColumns = {
  caseId: 'case_id',
  requestId: 'request_id',
  reference: 'reference',
  run: 'run',
  version: 'version',
  right: 'case_right',
  channel: 'channel',
  receivedOn: 'received_on',
  ruleset: 'ruleset',
  state: 'state',
  outcome: 'outcome',
  closedOn: 'closed_on',
  inTime: 'in_time',
  relevantDate: 'relevant_date',
  dueDate: 'due_date',
  unextendedDueDate: 'unextended_due_date',
  extendedDueDate: 'extended_due_date',
  conservativeDueDate: 'conservative_due_date',
  fallbackDueDate: 'fallback_due_date',
  planBy: 'plan_by',
  extensionNoticeBy: 'extension_notice_by',
  conservativeExtensionNoticeBy: 'conservative_extension_notice_by',
  extension: 'extension',
  promisedDate: 'promised_date',
  isProvisional: 'is_provisional',
  calendar: 'calendar',
  calendarVersion: 'calendar_version',
  calendarTo: 'calendar_to',
  isDueSoon: 'is_due_soon',
  alarmFor: 'alarm_for',
  isIdentityAskedLate: 'is_identity_asked_late',
  owes: 'owes',
  reason: 'reason',
  isEnquiry: 'is_enquiry',
  targetDate: 'target_date',
  excludedDays: 'excluded_days',
  countedDays: 'counted_days',
  refusedFor: 'refused_for',
  idleSince: 'idle_since',
  longestIdleDays: 'longest_idle_days',
} as const satisfies Record<keyof CaseSummary, string>;

const keys = Object.keys(summaryColumns) as (keyof CaseSummary)[];

/** `due_date AS "dueDate", …` for all fields, or for some. */
export const selectSummary = (fields: readonly (keyof CaseSummary)[] = keys): string =>
  fields.map(key => `${summaryColumns[key]} AS "${key}"`).join(', ');

export const summaryValues = (summary: CaseSummary): readonly SqlValue[] => keys.map(key => summary[key]);

const columns = keys.map(key => summaryColumns[key]);
const places = columns.map((_, place) => `$${place + 1}`);

/** Takes the values of a summary, then `clock_ahead_ms`. */
export const insertCaseRow = `
  INSERT INTO register.case_row (${columns.join(', ')}, clock_ahead_ms) VALUES (${places.join(', ')}, $${places.length + 1})
  ON CONFLICT (case_id) DO UPDATE SET
    ${columns
      .slice(1)
      .map(column => `${column} = EXCLUDED.${column}`)
      .join(', ')},
    clock_ahead_ms = EXCLUDED.clock_ahead_ms, updated_at = now()
  WHERE case_row.version < EXCLUDED.version`;
