export { caseAsOf, type AsOf } from './as-of.js';
export * from './names.js';
export { peopleFor, peopleOf } from './people.js';
export { takenOver } from './taken-over.js';
export {
  defaultCaseSettings,
  type ApprovalSwitches,
  type CaseSettings,
  type HandlerReminder,
} from './case-settings.js';
export type { Span } from './spans.js';
export * from './commands.js';
export * from './verbs.js';
export type { Destroying } from './commanded.js';
export { holdingRights, holdOf, type HoldInForce } from './hold.js';
export {
  findings,
  waysOfCorrecting,
  type Finding,
  type WayOfCorrecting,
} from './duties/correction/commands.js';
export {
  decidedErasureGrounds,
  erasureExceptions,
  type DecidedErasureGround,
  type ErasureException,
} from './duties/erasure/commands.js';
export { decisionOutcomes, type DecisionOutcome } from './duties/decision/commands.js';
export { objectedBases, type ObjectedBasis } from './duties/weighing/commands.js';
export { recipientOutcomes } from './duties/recipients/commands.js';
export { exemptionNames } from './duties/exemptions/commands.js';
export { exemptionsInForce } from './duties/exemptions/judge.js';
export { othersDecisions, type OthersDecision } from './duties/others/commands.js';
export type { Particulars } from './duties/particulars/commands.js';
export {
  particularNames,
  particularsThatMayBeNone,
  type ParticularName,
  type ParticularThatMayBeNone,
} from './duties/particulars/particular-names.js';
export { itemsOf, type AgreementState, type TestedItem } from './duties/portability/items.js';
export type { Owed } from './duties/owed.js';
export { dutyNames, type DutyName } from './duties/duty-names.js';
export { linkReasons, type LinkReason } from './duties/linking/commands.js';
export { isEnquiry } from './duties/enquiry/standing-open.js';
export { linksOf } from './duties/linking/judge.js';
export { canBeTakenBack } from './duties/taking-back/judge.js';
export { owedBy } from './rights/rules-of.js';
export {
  eventTypes,
  isEvent,
  type CaseEvent,
  type EventData,
  type EventOf,
  type EventType,
} from './events.js';
export type { AlarmReason } from './alarm-reason.js';
export type { EventHead } from './event-head.js';
export {
  isRefusal,
  refusalCodes,
  type CaseRefusal,
  type CaseRefusalOf,
  type Decision,
  type RefusalCode,
  type RefusalData,
} from './refusals.js';
export type { CaseFile, CaseOpening, CaseOutcome, CaseSummary, ExtensionState } from './case-file.js';
export { verbsCompleting, type EndedTask, type OpenTask, type TaskChanges } from './tasks.js';
export { completedByNote, taskKinds, type TaskKind } from './task-kinds.js';
export {
  isStatutory,
  letterKinds,
  letterRecipients,
  type LetterKind,
  type LetterLevel,
  type LetterRecipient,
  type LetterRule,
} from './letter-rules.js';
export {
  isToStaff,
  letterRulesFor,
  type LetterOrder,
  type LetterOutcome,
  type LetterReport,
} from './letters.js';
export { neverReached } from './never-reached.js';
export { decide } from './decide/decide.js';
export { decideOpening } from './decide/open.js';
export { decideReopening } from './decide/reopen.js';
export { decideAfterClosing } from './decide/after-closing.js';
export { decideByTime, nextMoment } from './by-time.js';
export { calendarFor } from './calendar-for.js';
export { plannedAnew } from './duties/recipients/planned-anew.js';
export { remindersAhead, type ReminderAhead } from './schedule/ahead.js';
export { decideScheduleChange, type NewSchedule } from './schedule/judge.js';
export { dayAfter, scheduleFrom, scheduleOf } from './schedule/schedule.js';
export type { AskSchedule, Distance, ReminderSchedule } from './schedule/reminder-schedule.js';
export { decideCalendarChange } from './calendar-change/judge.js';
export type { DateChanged } from './calendar-change/events.js';
export { decideOutcome } from './outcome.js';
export { decideNews, decideNewsAfterClosing, type LetterNews } from './came-back/judge.js';
export { cameBack } from './came-back/doubt.js';
export { evolve, evolveAll, evolveWith, openCaseFile } from './evolve.js';
export { clockInputOf } from './facts-of.js';
export { askClock, calendarsOf, clockOf, type CaseClock } from './clock-of.js';
export { closingOf, type Closing } from './closing.js';
export { summaryOf } from './summary-of.js';
export { standingAlarm } from './alarm.js';
export { asksOf, type Ask } from './asks.js';
export { taskChangesOf } from './task-changes.js';
export { postedNotices, withPost, type PostedNotice } from './posted.js';
export { foresee, type Foreseen } from './foresee.js';
export { lettersDecidedBy } from './letters-decided.js';
export { letterIdOf, taskIdOf } from './ids.js';
export { placeInWindow } from './window.js';
export { londonDateAt, writeInstant } from './instants.js';
export { lastOne } from './what-happened.js';
