import type { CaseItem, CaseRow, CaseView, OpenTaskView, PeopleView } from '@duly/api-contract';
import { holdOf } from '@duly/case';
import type { CaseItem as ListedCase, RegisteredCase } from '@duly/register';
import { caseItem } from './case-item.js';

/** A case as a list shows it. */
export function caseRow(row: ListedCase): CaseRow {
  const { requestId, receivedOn, closedOn, outcome, inTime, isLate, isDueSoon, alarmFor, handler, team } =
    row;
  return {
    ...caseItem(row),
    requestId,
    receivedOn,
    closedOn,
    outcome,
    inTime,
    isLate,
    isDueSoon,
    alarmFor,
    handler,
    team,
  };
}

/** `DR-2026-000123-1` → `DR-2026-000123`. */
export const requestReferenceOf = (reference: string): string => reference.replace(/-\d{1,2}$/, '');

/** The law's dates, and the calendar they were reckoned with. */
function datesOf(found: RegisteredCase) {
  return {
    relevantDate: found.relevantDate,
    unextendedDueDate: found.unextendedDueDate,
    extendedDueDate: found.extendedDueDate,
    conservativeDueDate: found.conservativeDueDate,
    fallbackDueDate: found.fallbackDueDate,
    extensionNoticeBy: found.extensionNoticeBy,
    conservativeExtensionNoticeBy: found.conservativeExtensionNoticeBy,
    extension: found.extension,
    promisedDate: found.promisedDate,
    calendar: found.calendar,
    calendarVersion: found.calendarVersion,
    calendarTo: found.calendarTo,
  };
}

/** What statistics count it by. */
function countedOf(found: RegisteredCase) {
  return {
    targetDate: found.targetDate,
    excludedDays: found.excludedDays,
    countedDays: found.countedDays,
    refusedFor: [...found.refusedFor],
    idleSince: found.idleSince,
    longestIdleDays: found.longestIdleDays,
  };
}

/** One case whole. */
export function caseView(
  found: RegisteredCase,
  people: PeopleView,
  sisters: CaseItem[],
  tasks: OpenTaskView[],
  links: CaseView['links'],
): CaseView {
  return {
    ...caseRow(found),
    run: found.run,
    requestReference: requestReferenceOf(found.reference),
    channel: found.channel,
    ruleset: found.ruleset,
    ...datesOf(found),
    isIdentityAskedLate: found.isIdentityAskedLate,
    owes: [...found.owes],
    hold: holdOf(found),
    reason: found.reason,
    isEnquiry: found.isEnquiry,
    ...countedOf(found),
    hasStarted: found.isStarted,
    links,
    sisters,
    people,
    tasks,
  };
}
