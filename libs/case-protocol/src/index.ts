export { failureConverter } from './failure-converter.js';
export { auditName, type AuditSinks } from './auditing.js';
export {
  calendarChangeIdOf,
  calendarChangeType,
  calendarQueueOf,
  scheduleChangeIdOf,
  scheduleChangeType,
  packageQueueOf,
  packageWorkflowIdOf,
  transferWorkflowIdOf,
  transferWorkflowType,
  packageWorkflowType,
  caseIdOf,
  keepingIdOf,
  keepingQueueOf,
  keepingTypes,
  caseWorkflowType,
  workflowIdOf,
} from './ids.js';
export {
  caseUpdates,
  changeCalendarUpdate,
  changeScheduleUpdate,
  hearOfLetterUpdate,
  eventsQuery,
  summaryQuery,
  type CalendarMessage,
  type CaseClosed,
  type CaseUpdates,
  type CaseWorkflow,
  type CommandAnswer,
  type CommandMessage,
} from './messages.js';
export type {
  CaseActivities,
  LetterDecided,
  PostActivities,
  RegisterActivities,
  RegisterStep,
} from './activities.js';
export {
  collectionIdOf,
  collectionQueueOf,
  collectionType,
  lookAgainSignal,
  type AskTended,
  type AskToTend,
  type CollectionActivities,
  type CollectionPurpose,
  type CollectionToRun,
} from './collection.js';
export type {
  CasesHeld,
  CasesToHold,
  HeldSummary,
  HistoriesArchived,
  KeepingActivities,
  RebuildToDo,
} from './keeping-activities.js';
export type { ScheduleActivities, ScheduleToChange } from './schedule-activities.js';
export type { CalendarActivities, CalendarToChange, CasesTold } from './calendar-activities.js';
export type {
  PackageActivities,
  PackageStep,
  PackageToBuild,
  TransferActivities,
  TransferToSend,
} from './package-activities.js';
export { refusalFrom, toFailure } from './failures.js';
