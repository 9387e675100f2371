import { defaultPolicy, internalTarget, type ClockResult } from '@duly/law';
import { standingAlarm } from './alarm.js';
import type { CaseFile, CaseSummary, ExtensionState } from './case-file.js';
import { clockOf } from './clock-of.js';
import { closingOf } from './closing.js';
import { exemptionsInForce } from './duties/exemptions/judge.js';
import { isEnquiry } from './duties/enquiry/standing-open.js';
import { extensionInForce, extensionNotGiven } from './extension.js';
import { idleOf } from './idle.js';
import type { RefusalGround } from './names.js';
import { owedBy } from './rights/rules-of.js';
import {
  everyOne,
  everySinceOpened,
  lastOne,
  numbered,
  receipt,
  receivedOn,
  versionOf,
} from './what-happened.js';

function extensionState(file: CaseFile, { extensionValid }: ClockResult): ExtensionState {
  if (extensionNotGiven(file)) return 'decided';
  // A notice that became late by a corrected receipt extends nothing any more (R14).
  if (extensionInForce(file)) return extensionValid === true ? 'in-force' : 'fell-away';
  if (lastOne(file, 'ExtensionRemoved')) return 'removed';
  return lastOne(file, 'ExtensionFellAway') ? 'fell-away' : 'none';
}

function isDueSoon(file: CaseFile, { planBy }: ClockResult): boolean {
  return planBy !== null && everyOne(file, 'DueSoon').some(({ forDate }) => forDate === planBy);
}

/** R25 — an ask for identity given more working days after receipt than policy allows; the law's clock says so of a doubtful plan. */
function isIdentityAskedLate(file: CaseFile): boolean {
  return everyOne(file, 'IdentityAskDecided').some(({ askedLate }) => askedLate);
}

/** R31, R49b — each ground once, in the order told. What an exemption keeps back is refused by it, though the rest is answered. */
function refusedFor(file: CaseFile): readonly RefusalGround[] {
  const isKeptBack =
    everySinceOpened(file, 'RequestAnswered').length > 0 && exemptionsInForce(file).length > 0;
  const grounds = everySinceOpened(file, 'RequestRefused').flatMap(({ decided }) => {
    const decision = numbered(file, decided);
    return decision?.type === 'RefusalDecided' ? [decision.ground] : [];
  });
  return [...new Set([...grounds, ...(isKeptBack ? (['exemption'] as const) : [])])];
}

export type Dates = Pick<
  CaseSummary,
  | 'relevantDate'
  | 'dueDate'
  | 'unextendedDueDate'
  | 'extendedDueDate'
  | 'conservativeDueDate'
  | 'fallbackDueDate'
  | 'planBy'
  | 'extensionNoticeBy'
  | 'conservativeExtensionNoticeBy'
>;

export function datesOf(clock: ClockResult): Dates {
  return {
    relevantDate: clock.relevantDate,
    dueDate: clock.effectiveDueDate,
    unextendedDueDate: clock.dueDate,
    extendedDueDate: clock.extendedDueDate,
    conservativeDueDate: clock.conservativeDueDate,
    fallbackDueDate: clock.fallbackDueDate,
    planBy: clock.planBy,
    extensionNoticeBy: clock.extensionNoticeBy,
    conservativeExtensionNoticeBy: clock.conservativeExtensionNoticeBy,
  };
}

/** The register's row of a case as it stands. */
export function summaryOf(file: CaseFile): CaseSummary {
  const { opening } = file;
  const { clock, isProvisional } = clockOf(file);
  const { right, channel } = receipt(file);
  const closing = closingOf(file);
  const promised = extensionInForce(file) ?? extensionNotGiven(file);
  return {
    caseId: opening.caseId,
    requestId: opening.requestId,
    reference: opening.reference,
    run: opening.run,
    version: versionOf(file),
    right,
    channel,
    receivedOn: receivedOn(file),
    ruleset: clock.ruleset,
    state: clock.state,
    outcome: closing?.outcome ?? null,
    closedOn: closing?.on ?? null,
    inTime: clock.inTime,
    ...datesOf(clock),
    extension: extensionState(file, clock),
    promisedDate: promised ? (lastOne(file, 'ExtensionDecided')?.promisedDate ?? null) : null,
    isProvisional,
    calendar: file.calendar.name,
    calendarVersion: file.calendar.version,
    calendarTo: file.calendar.covers?.to ?? null,
    isDueSoon: !closing && isDueSoon(file, clock),
    alarmFor: closing ? null : (standingAlarm(file)?.forDate ?? null),
    isIdentityAskedLate: isIdentityAskedLate(file),
    owes: closing ? [] : owedBy(file).map(({ duty }) => duty),
    reason: clock.reason,
    isEnquiry: isEnquiry(file),
    targetDate: internalTarget(receivedOn(file), { ...defaultPolicy, ...opening.settings.policy }),
    excludedDays: clock.excludedDays,
    countedDays: clock.countedDays,
    refusedFor: refusedFor(file),
    ...idleOf(file),
  };
}
