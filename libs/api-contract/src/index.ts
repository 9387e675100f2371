export { mayDo, permissions, roles, rolesWith, type Permission, type Role } from './permissions.js';
export { answerHeaders, correlationHeader } from './answer-headers.js';
export {
  apiErrorCodes,
  codesToRepeat,
  problemCodes,
  problemStatuses,
  type ApiErrorCode,
  type ProblemCode,
} from './problem-codes.js';
export { problem, problemContentType, wrongField, type Problem, type WrongField } from './problem.js';
export { check, type Checked } from './check.js';
export {
  letterFormats,
  openComplaint,
  openEnquiry,
  openRequest,
  person,
  requestOpened,
  type OpenComplaint,
  type OpenEnquiry,
  type OpenRequest,
  type PersonBody,
  type RequestOpened,
} from './open-request.js';
export { addRight, type AddRightBody } from './add-right.js';
export { caseLink, lookAlikes, type LookAlikesView } from './look-alikes.js';
export {
  calendarImport,
  calendarImported,
  calendarView,
  type CalendarImport,
  type CalendarImported,
  type CalendarView,
} from './calendars.js';
export type {
  DistanceBody,
  RemindersView,
  ScheduleBody,
  SchedulePut,
  ScheduleTried,
  ScheduleVersionsView,
  ScheduleView,
} from './schedules.js';
export type { FeedBody, FeedList, FeedMade, FeedView, TeamFeedBody } from './feeds.js';
export * from './transferring/index.js';
export * from './disclosing/index.js';
export { feedRoutes } from './routes/feed-routes.js';
export type {
  DeliveryView,
  HookBody,
  HookChangeBody,
  HookDeliveries,
  HookDeliveriesQuery,
  HookPinged,
  HookRegistered,
  HookReplayBody,
  HookReplayed,
  HookRotateBody,
  HooksView,
  HookView,
} from './hooks.js';
export type { DocumentsView, DocumentTakenView, DocumentView } from './documents.js';
export type {
  AnswerTaken,
  AskedOfSource,
  CaseSourcesView,
  SetAsideBody,
  SourceAnswerBody,
  SourceAskView,
  SourceBody,
  SourceChangeBody,
  SourceRegistered,
  SourcesView,
  SourceView,
} from './sources.js';
export { askRoutes } from './routes/ask-routes.js';
export { collectionRoutes } from './routes/collection-routes.js';
export { documentRoutes } from './routes/document-routes.js';
export { sourceRoutes } from './routes/source-routes.js';
export { documentNameHeader, uploadContentType } from './routes/upload.js';
export { hookRoutes } from './routes/hook-routes.js';
export { scheduleRoutes } from './routes/schedule-routes.js';
export { calendarRoutes } from './routes/calendar-routes.js';
export { bodyExamples } from './examples/body-examples.js';
export { nextSteps, stepAnswers, type NextStep, type NextSteps } from './next-steps.js';
export {
  casePreview,
  letterPreview,
  notYetReferenced,
  openingPreview,
  requestPreview,
  waysOfLetters,
  type CasePreview,
  type LetterPreview,
  type OpeningPreview,
  type RequestPreview,
} from './previews.js';
export {
  casePreviewRoutes,
  openingPreviewRoute,
  requestPreviewRoutes,
  writingCaseVerbs,
  writingRequestVerbs,
  type WritingCaseVerb,
  type WritingRequestVerb,
} from './routes/preview-routes.js';
export { caseItem, type CaseItem } from './case-item.js';
export {
  caseList,
  caseRow,
  caseView,
  listedStates,
  requestView,
  type CaseList,
  type CaseRow,
  type CaseView,
  type PeopleView,
  type RequestView,
} from './case-views.js';
export {
  clockView,
  letterStates,
  lettersView,
  timelineView,
  type ClockView,
  type LetterContent,
  type LettersView,
  type TimelineView,
} from './case-parts.js';
export {
  openTask,
  taskIdPattern,
  taskList,
  taskView,
  type OpenTaskView,
  type TaskList,
  type TaskView,
} from './task-views.js';
export {
  casesQuery,
  dueWhen,
  idempotencyHeader,
  idParams,
  readQuery,
  staffQuery,
  taskParams,
  tasksQuery,
  type CasesQuery,
  type ReadQuery,
  type StaffQuery,
  type TasksQuery,
} from './queries.js';
export type {
  AbsenceBody,
  AbsenceView,
  AssignBody,
  AssignmentRulesView,
  LeaveBody,
  OwnLettersBody,
} from './staffing.js';
export {
  keepStaffBody,
  staffKept,
  staffList,
  staffView,
  type KeepStaffBody,
  type StaffKept,
  type StaffList,
  type StaffView,
} from './staff-views.js';
export { commandBodies, wordsOf, type BodyOf } from './command-bodies.js';
export {
  commandAnswer,
  completeBody,
  completingVerbs,
  emptyBody,
  reassignBody,
  reassignedMany,
  reassignManyBody,
  requestCommandAnswer,
  type CommandAnswerBody,
  type CompleteBody,
  type ReassignBody,
  type ReassignedMany,
  type ReassignManyBody,
  type RequestCommandAnswer,
} from './command-answers.js';
export { caseCommandRoutes, caseRoutes } from './routes/case-routes.js';
export { caseVerbs, isCaseVerb, permissionFor, type CaseVerb } from './routes/commands.js';
export { complaintRoutes } from './routes/complaint-routes.js';
export { routes } from './routes/index.js';
export { suppressionRoutes } from './routes/suppression-routes.js';
export {
  addSuppression,
  checkSuppression,
  type AddSuppression,
  type CheckSuppression,
  type SuppressionAdded,
  type SuppressionChecked,
} from './suppressions.js';
export { requestBodies, requestCommandRoutes, requestRoutes } from './routes/request-routes.js';
export { problemsOf, routerPath, type Answer, type Route } from './routes/route.js';
export { readiness, serviceRoutes, type Readiness } from './routes/service-routes.js';
export { staffingRoutes } from './routes/staffing-routes.js';
export { staffRoutes } from './routes/staff-routes.js';
export { codecRoutes } from './routes/codec-routes.js';
export { type PayloadsToOpen } from './payloads.js';
export { findingRoutes } from './routes/finding-routes.js';
export { overviewRoutes } from './routes/overview-routes.js';
export type {
  CalendarTried,
  LetterTemplatesView,
  SettingsInForce,
  WorkloadQuery,
  WorkloadView,
} from './overview.js';
export type {
  CaseFilterView,
  CaseFinds,
  CaseSearchBody,
  CaseViewsView,
  KeepViewBody,
  ViewKept,
} from './finding.js';
export { examiningRoutes } from './routes/examining-routes.js';
export {
  csvCell,
  sampleCsv,
  type AsOfQuery,
  type AsOfView,
  type RetoldView,
  type SampledCase,
  type SampleQuery,
  type SampleView,
  type StoryView,
} from './examined.js';
export { retentionRoutes } from './routes/retention-routes.js';
export type {
  CertificateView,
  DueQuery,
  DueView,
  ErasureBody,
  ErasureTried,
  ErasureView,
  HoldBody,
  HoldsView,
  LiftBody,
  RetentionBody,
  RetentionView,
} from './retention.js';
export { auditRoutes } from './routes/audit-routes.js';
export type {
  AuditLog,
  AuditLogQuery,
  AuditOfRequest,
  AuditOfRequestQuery,
  BundleQuery,
  CaseBundle,
  CaseHistories,
  ConsistencyProof,
  ConsistencyQuery,
  TreeHeadsQuery,
  TreeHeadsView,
  TreeHeadView,
  WorkflowCode,
} from './audit.js';
export { statisticsRoutes } from './routes/statistics-routes.js';
export { csvContentType, statisticsColumns, statisticsCsv } from './statistics-csv.js';
export {
  statisticsQuery,
  statisticsRow,
  statisticsView,
  type StatisticsQuery,
  type StatisticsRow,
  type StatisticsView,
} from './statistics.js';
export { taskRoutes } from './routes/task-routes.js';
export { openApiDocument, titleOf, type DocumentInfo } from './open-api.js';
export {
  mailReportAnswer,
  mailReportBody,
  type MailReportAnswer,
  type MailReportBody,
} from './mail-reports.js';
export { mailRoutes } from './routes/mail-routes.js';
