export { auditName, type AuditSinks } from './auditing.js';
export { caseIdOf, caseWorkflowType, workflowIdOf } from './ids.js';
export {
  caseUpdates,
  changeCalendarUpdate,
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
export { refusalFrom, toFailure } from './failures.js';
