import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Register } from '@duly/register';
import { DocumentRoom } from '@duly/documents';
import { SealedPayloads } from '@duly/temporal';
import { Vault } from '@duly/vault';
import type { ApiParts } from './api-parts.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditReads } from './audit/audit-reads.js';
import { AuditSigner } from './audit/audit-signer.js';
import { BundleMaker } from './audit/bundle-maker.js';
import { ArchivePlace, CaseRuns } from './audit/case-runs.js';
import { LettersShown } from './audit/letters-shown.js';
import { AskedByToken } from './collecting/asked-by-token.js';
import { AsksController } from './collecting/asks.controller.js';
import { CollectCase } from './collecting/collect-case.js';
import { EraseAtSources } from './collecting/erase-at-sources.js';
import { ErasureRules } from './collecting/erasure-rules.js';
import { CollectionController } from './collecting/collection.controller.js';
import { CaseDocuments } from './documents/case-documents.js';
import { DocumentsController } from './documents/documents.controller.js';
import { TakeUploads } from './documents/take-uploads.js';
import { KeepSources } from './sources/keep-sources.js';
import { SourcesController } from './sources/sources.controller.js';
import { CodecController } from './codec/codec.controller.js';
import { OpenPayloads, PayloadRoom } from './codec/open-payloads.js';
import { Calls } from './calls/calls.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CalendarsInForce } from './calendars/calendars-in-force.js';
import { ImportCalendar } from './calendars/import-calendar.js';
import { CaseFiles } from './cases/case-files.js';
import { CaseReads } from './cases/case-reads.js';
import { LetterReads } from './cases/letter-reads.js';
import { CasesController } from './cases/cases.controller.js';
import { FindingController } from './cases/finding.controller.js';
import { KeepViews } from './cases/keep-views.js';
import { SearchCases } from './cases/search-cases.js';
import { PrivateReads } from './cases/private-reads.js';
import { Clock } from './clock.js';
import { CaseCommands } from './commands/case-commands.js';
import { GiveCommand } from './commands/give-command.js';
import { Reclassifying } from './commands/reclassifying.js';
import { FurtherRun } from './commands/further-run.js';
import { RequestCommandsGiven } from './commands/request-commands.js';
import { caseDesk } from './desk/case-desk.js';
import { CalendarFeeds } from './feeds/calendar-feeds.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { OwnAddress } from './feeds/own-address.js';
import { DisclosingController } from './disclosing/disclosing.controller.js';
import { DocumentShelf } from './disclosing/document-shelf.js';
import { KeepPackages } from './disclosing/keep-packages.js';
import { KeepDeliveries } from './disclosing/keep-deliveries.js';
import { LinksController } from './disclosing/links.controller.js';
import { OpenLink } from './disclosing/open-link.js';
import { Reviewing } from './disclosing/reviewing.js';
import { ReviewRules } from './disclosing/review-rules.js';
import { AlarmTerms, HealthController } from './health/health.controller.js';
import { PublishedDocument } from './health/published-document.js';
import { ScannerReadiness } from './health/scanner-readiness.js';
import { HookDeliveries } from './hooks/hook-deliveries.js';
import { HookRules } from './hooks/hook-rules.js';
import { HooksController } from './hooks/hooks.controller.js';
import { KeepHooks } from './hooks/keep-hooks.js';
import { KeysDatabase } from './keys-database.js';
import { Logging } from './log/logging.js';
import { ApiMetrics } from './metrics/api-metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ComplaintsController } from './complaints/complaints.controller.js';
import { CaseTerms } from './opening/case-terms.js';
import { AddRight } from './opening/add-right.js';
import { OpenRequest } from './opening/open-request.js';
import { StartLimit } from './opening/start-limit.js';
import { Starts } from './opening/starts.js';
import { LetterWriter, PrintRoom } from '@duly/letters';
import { NextStepsOfCase } from './previews/next-steps.js';
import { PreviewCase } from './previews/preview-case.js';
import { PreviewLetters } from './previews/preview-letters.js';
import { PreviewOpening } from './previews/preview-opening.js';
import { PreviewRequest } from './previews/preview-request.js';
import { NamePeople } from './requests/name-people.js';
import { LookAlikeReads } from './requests/look-alike-reads.js';
import { RequestReads } from './requests/request-reads.js';
import { RequestsController } from './requests/requests.controller.js';
import { KeepSchedules } from './schedules/keep-schedules.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { TrySchedule } from './schedules/try-schedule.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffLine } from './staff/staff-line.js';
import { Staffing } from './staff/staffing.js';
import { StaffTable } from './staff/staff-table.js';
import { StaffOfCalls } from './staff/staff-of-calls.js';
import { HouseTold } from './overview/house-told.js';
import { OverviewController } from './overview/overview.controller.js';
import { ReadWorkload } from './overview/workload.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { SuppressionList } from './suppressions/suppression-list.js';
import { SuppressionsController } from './suppressions/suppressions.controller.js';
import { CaseHistory } from './examining/case-history.js';
import { ExaminingController } from './examining/examining.controller.js';
import { Retell } from './examining/retell.js';
import { TellStory } from './examining/tell-story.js';
import { ViewsNoted } from './examining/views-noted.js';
import { KeepRetention } from './retention/keep-retention.js';
import { PlanErasures } from './retention/plan-erasures.js';
import { ReadCertificate } from './retention/read-certificate.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionTerms } from './retention/retention-terms.js';
import { MailReportsController } from './reports/mail-reports.controller.js';
import { MailReportSecrets } from './reports/mail-report-secrets.js';
import { SignedReport } from './reports/signed-report.js';
import { TellReports } from './reports/tell-reports.js';
import { Sweeper } from './sweeping/sweeper.js';
import { SweepTerms } from './sweeping/sweep-terms.js';
import { BeginTransfer } from './transferring/begin-transfer.js';
import { ControllersController } from './transferring/controllers.controller.js';
import { IncomingController } from './transferring/incoming.controller.js';
import { KeepIncoming } from './transferring/keep-incoming.js';
import { KeepControllers } from './transferring/keep-controllers.js';
import { SentByToken } from './transferring/sent-by-token.js';
import { TakeTransfers } from './transferring/take-transfers.js';
import { TransfersController } from './transferring/transfers.controller.js';
import { CompleteTask } from './tasks/complete-task.js';
import { TaskHands } from './tasks/task-hands.js';
import { TasksController } from './tasks/tasks.controller.js';

export const controllers = [
  RequestsController,
  ComplaintsController,
  SuppressionsController,
  FindingController,
  CasesController,
  TasksController,
  StaffController,
  CalendarsController,
  SchedulesController,
  FeedsController,
  HooksController,
  DisclosingController,
  SourcesController,
  CollectionController,
  AsksController,
  DocumentsController,
  LinksController,
  ControllersController,
  TransfersController,
  IncomingController,
  StatisticsController,
  OverviewController,
  AuditController,
  RetentionController,
  ExaminingController,
  CodecController,
  MailReportsController,
  HealthController,
  MetricsController,
];

const services = [
  Calls,
  StaffOfCalls,
  KeepViews,
  ReadWorkload,
  SearchCases,
  StaffTable,
  StaffLine,
  Staffing,
  CalendarsInForce,
  ImportCalendar,
  KeepHooks,
  KeepSources,
  CollectCase,
  EraseAtSources,
  AskedByToken,
  TakeUploads,
  CaseDocuments,
  HookDeliveries,
  KeepSchedules,
  TrySchedule,
  CalendarFeeds,
  OpenRequest,
  AddRight,
  Reclassifying,
  Starts,
  GiveCommand,
  CaseCommands,
  FurtherRun,
  RequestCommandsGiven,
  CaseFiles,
  CaseReads,
  LetterReads,
  PrivateReads,
  PreviewLetters,
  NextStepsOfCase,
  PreviewCase,
  PreviewRequest,
  PreviewOpening,
  RequestReads,
  LookAlikeReads,
  NamePeople,
  TaskHands,
  CompleteTask,
  PublishedDocument,
  SignedReport,
  TellReports,
  Sweeper,
  SuppressionList,
  AuditReads,
  BundleMaker,
  LettersShown,
  Reviewing,
  KeepPackages,
  KeepRetention,
  CaseHistory,
  TellStory,
  Retell,
  ViewsNoted,
  OpenPayloads,
  PlanErasures,
  ReadCertificate,
  KeepDeliveries,
  BeginTransfer,
  KeepControllers,
  KeepIncoming,
  SentByToken,
  TakeTransfers,
  OpenLink,
  CaseRuns,
];

const opened = ({ settings, log, ...parts }: ApiParts): Provider[] => [
  { provide: Register, useValue: parts.register },
  { provide: ArchivePlace, useValue: new ArchivePlace(settings.historyArchive) },
  { provide: AlarmTerms, useValue: new AlarmTerms(settings.historyAlarmAfter) },
  { provide: Vault, useValue: parts.vault },
  { provide: LetterWriter, useValue: parts.letters },
  { provide: PrintRoom, useValue: parts.paper },
  {
    provide: ErasureRules,
    useValue: new ErasureRules(settings.erasureWaitingPeriod, settings.approveErasures),
  },
  { provide: DocumentRoom, useValue: parts.documents },
  {
    provide: ScannerReadiness,
    useValue: new ScannerReadiness(parts.scanner, settings.documentsUnscanned),
  },
  { provide: KeysDatabase, useValue: parts.keys },
  { provide: HouseTold, useValue: HouseTold.from(settings) },
  { provide: Clock, useValue: parts.clock },
  { provide: CaseTerms, useValue: parts.terms },
  { provide: caseDesk, useValue: parts.desk },
  { provide: Logging, useValue: new Logging(log) },
  { provide: ApiMetrics, useValue: parts.metrics },
  { provide: HookRules, useValue: new HookRules({ loopback: settings.hooksLoopback ?? [] }) },
  { provide: DocumentShelf, useValue: new DocumentShelf(parts.documents.store) },
  { provide: ReviewRules, useValue: new ReviewRules(settings.reviewPackages) },
  { provide: RetentionTerms, useValue: new RetentionTerms(settings.erasureWarnings) },
  { provide: StartLimit, useValue: new StartLimit(settings.startsInFlight) },
  { provide: AuditSigner, useValue: AuditSigner.from(settings) },
  {
    provide: PayloadRoom,
    useValue: new PayloadRoom(SealedPayloads.from(settings), settings.temporalNamespace),
  },
  { provide: OwnAddress, useValue: new OwnAddress(settings.publicUrl) },
  { provide: MailReportSecrets, useValue: new MailReportSecrets(settings.mailReportSecrets ?? []) },
  { provide: SweepTerms, useValue: new SweepTerms(settings.idempotencyRetention) },
];

@Module({})
export class ApiModule {
  static over(parts: ApiParts): DynamicModule {
    return { module: ApiModule, controllers, providers: [...opened(parts), ...services] };
  }
}
