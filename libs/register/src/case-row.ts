import type { CaseSummary } from '@duly/case';
import { selectSummary } from './case-columns.js';

/** A case as it stands in PostgreSQL. All dates are civil dates in Europe/London. */
export interface RegisteredCase extends CaseSummary {
  /** Who has the case; null while nobody has claimed any of its tasks. */
  readonly handler: string | null;
  readonly team: string | null;
  /** The case's own time less the server's, in milliseconds; 0 but where its clock was wound. */
  readonly clockAheadMs: number;
  /** Derived at the moment of reading: the last day of the binding date has ended in London, and the case is open. */
  readonly isLate: boolean;
  /** False while the workflow has not yet been started or has not yet written: the row then tells of the opening. */
  readonly isStarted: boolean;
}

/** What a list shows of a case. */
export type CaseItem = Pick<
  RegisteredCase,
  | 'caseId'
  | 'requestId'
  | 'reference'
  | 'right'
  | 'state'
  | 'receivedOn'
  | 'dueDate'
  | 'planBy'
  | 'closedOn'
  | 'outcome'
  | 'inTime'
  | 'alarmFor'
  | 'isDueSoon'
  | 'isProvisional'
  | 'handler'
  | 'team'
  | 'version'
  | 'isLate'
>;

/** Tasks that visit a case and are in other hands than its own: they do not go with it, nor it with them. */
export const visits = `('approve', 'escalation')`;

/** The civil date in London by the server's clock: people are away by it, whatever a case's own clock says. */
export const londonToday = `(now() AT TIME ZONE 'Europe/London')::date`;

/** The civil date in London by the case's own clock. */
export const localToday = `((now() + clock_ahead_ms * interval '1 millisecond') AT TIME ZONE 'Europe/London')::date`;

export const isLate = `(closed_on IS NULL AND due_date < ${localToday})`;

export const selectCase = `${selectSummary()}, handler, team, clock_ahead_ms AS "clockAheadMs",
  coalesce(${isLate}, false) AS "isLate", true AS "isStarted"`;

export const selectItem = `${selectSummary([
  'caseId',
  'requestId',
  'reference',
  'right',
  'state',
  'receivedOn',
  'dueDate',
  'planBy',
  'closedOn',
  'outcome',
  'inTime',
  'alarmFor',
  'isDueSoon',
  'isProvisional',
  'version',
])}, handler, team, coalesce(${isLate}, false) AS "isLate"`;
