export { Feeds, type CalendarFeed, type FeedCase, type FeedToMake } from './feeds.js';
export type { AnsweredCall } from './answered-call.js';
export {
  documentPurposes,
  scanStates,
  type CaseDocument,
  type DocumentPurpose,
  type ScanState,
} from './collecting/document.js';
export type { DocumentTaken, DocumentToTake, ScanVerdict } from './collecting/documents.js';
export {
  queryParameters,
  sourceKinds,
  type EntityHeld,
  type FieldHeld,
  type QueryParameter,
  type Source,
  type SourceKind,
  type SourceQuery,
  type SourceTerms,
} from './collecting/source.js';
export { askTokenOf, isAskToken } from './collecting/ask-token.js';
export {
  askPurposes,
  askStates,
  sourceAnswers,
  type AskPurpose,
  type AskState,
  type AskToMake,
  type SourceAnswer,
  type SourceAsk,
} from './collecting/source-ask.js';
export type {
  AnswerRecorded,
  AnswerToRecord,
  Collection,
  CollectionToBegin,
} from './collecting/source-asks.js';
export type { SourceChange, SourceToRegister } from './collecting/sources.js';
export {
  Digests,
  type DigestClaim,
  type DigestItem,
  type DigestOutcome,
  type DigestTemplate,
} from './digests.js';
export { StaffLetters, type QuietHours, type StaffLetterDue, type StaffPace } from './staff-letters.js';
export type { AcceptedRequest, RequestToAccept } from './accept-request.js';
export type { Absence } from './absence.js';
export { NobodyActs } from './staff-line.js';
export { AssignmentRules, shares, type AssignmentRule, type Share } from './assignment.js';
export { StepOutOfOrder, type Commitments } from './apply-step.js';
export type { AuditEntry, RecordedAuditEntry } from './audit.js';
export { TreeDoesNotGoOn, type HeadSigner, type KeptHead } from './proof/audit-heads.js';
export { alarms, type Alarm } from './proof/alarms.js';
export type { EntryInTree, GrownTree } from './proof/audit-tree.js';
export { commandCommittedAs, committedAs, type CaseProved } from './proof/case-entries.js';
export { holdCase, type CaseComparison } from './proof/hold-case.js';
export type { RunArchived, RunToArchive } from './proof/history-runs.js';
export type { PlacedEntry } from './proof/logged-entries.js';
export { hashOfProgram, type ProcessStart } from './proof/process-starts.js';
export { hashOfBundle } from './proof/workflow-bundles.js';
export type { CaseToTell, ToldOutcome } from './calendar-cases.js';
export { Calendars, type CalendarVersion, type Change, type Imported } from './calendars.js';
export { caseSorts, pageStatement, type CaseFilter, type CaseSort, type PageAsked } from './case-list.js';
export type { NewHands } from './case-hands.js';
export type { CaseItem, RegisteredCase } from './case-row.js';
export { Cases, type Freshness, type LetterItem, type Read, type RegisteredRequest } from './cases.js';
export {
  Figures,
  unsettledStates,
  type CasesOfRight,
  type RegisterFigures,
  type UnsettledState,
  type Waiting,
} from './figures.js';
export { ClaimLost, Idempotency, type Begun, type CallKey, type IdempotencyClaim } from './idempotency.js';
export { Intake, type IntakeCase } from './intake.js';
export { WrongCursor, writeCursor, type Page } from './keyset.js';
export type { LeftBehind } from './leaving.js';
export {
  type Claimed,
  type KeptLetter,
  LeaseLost,
  type LetterOrigin,
  Letters,
  type SealedMessage,
  type Settled,
} from './letters.js';
export type { LetterClaim, Reply } from './letter-tries.js';
export type { AddedRight, RightToAdd } from './add-right.js';
export { deliveryStates, type DeliveryState, type HookDelivery, type ReplayRange } from './hooks/hook-log.js';
export {
  codeChannels,
  Deliveries,
  deliveryWays,
  type CodeChannel,
  type Delivery,
  type DeliveryEvent,
  type DeliveryToPrepare,
  type DeliveryWay,
} from './disclosing/deliveries.js';
export { deliveryHappenings, type DeliveryHappening } from './disclosing/delivery-happenings.js';
export {
  DeliveryLinks,
  type DeliveryLink,
  type LinkState,
  type OpenedLink,
} from './disclosing/delivery-links.js';
export type { CollectedItem } from './disclosing/items.js';
export {
  Packages,
  packageStates,
  type LeftOut,
  type OriginalToPack,
  type Package,
  type PackageInputs,
  type PackagePart,
  type PackageState,
  type PackageToMake,
  type RecordsToPack,
} from './disclosing/packages.js';
export {
  leftOutReasons,
  reviewMarks,
  Reviews,
  stands,
  type LeftOutReason,
  type MarkToMake,
  type Review,
  type ReviewFinish,
  type ReviewMark,
  type ReviewMarkKind,
} from './disclosing/review.js';
export {
  incomingFaults,
  incomingStates,
  itemReasons,
  type Incoming,
  type IncomingFault,
  type IncomingItem,
  type IncomingPart,
  type ItemFound,
} from './transferring/incoming-row.js';
export type { Receiver } from './transferring/receivers.js';
export type { Sender } from './transferring/senders.js';
export {
  transferFailures,
  transferStates,
  transferWaits,
  type Transfer,
  type TransferFailure,
  type TransferToTell,
  type TransferWait,
} from './transferring/transfers.js';
export { HookPost, type HookAttempt, type HookMessage, type HookOutcome } from './hooks/hook-post.js';
export { disabledReasons, type DisabledBecause, type Hook } from './hooks/hook-row.js';
export { Links, type CaseLink } from './links.js';
export {
  likenessKinds,
  LookAlikes,
  type Likeness,
  type LikenessKind,
  type LookAlike,
} from './look-alikes.js';
export type { DueWeek, InHand, Workload } from './workload.js';
export { mostBearers, type SoughtName } from './sought-names.js';
export { mostViews, SavedViews, type SavedView } from './saved-views.js';
export { LetterSends, type LetterReported, type LetterTry } from './letter-sends.js';
export {
  MailReports,
  type MailReport,
  type NewsToTell,
  type ReportedBy,
  type ReportedLetter,
  type ReportedWhat,
} from './mail-reports.js';
export { dataMigrations, keysMigrations, migrate } from './migrate.js';
export { blockCodes, blocksOf, type Block } from './retention/blocks.js';
export {
  certificateHash,
  certificateOf,
  type Certificate,
  type KeptCertificate,
} from './retention/certificate.js';
export type { DestroyedKey, Erasure, ErasureToDo } from './retention/erasure.js';
export { countPersonalRows, countRowsThatStay, removePersonalRows } from './retention/personal-rows.js';
export type { Retained } from './retention/retained.js';
export { holdReasons, type HoldReason, type LegalHold } from './retention/retention.js';
export {
  erasableFrom,
  warningDue,
  type Lead,
  type Leads,
  type RetentionPeriods,
  type RetentionSchedule,
} from './retention/retention-schedule.js';
export type { WarningLetter } from './retention/retention-warnings.js';
export { Register, type RegisterOptions } from './register.js';
export {
  scheduleOutcomes,
  Schedules,
  type OpenCase,
  type ScheduleInForce,
  type ScheduleOutcome,
  type ScheduleVersion,
} from './schedules.js';
export {
  addressHash,
  recordReport,
  type AddressIn,
  type Recorded,
  type ReportToRecord,
} from './record-report.js';
export {
  RequestCommands,
  type CaseOfCommand,
  type RequestCommandToGive,
  type WaitingCommand,
} from './request-commands.js';
export {
  Staff,
  type SignedIn,
  type StaffContact,
  type StaffFilter,
  type StaffMember,
  type StaffToKeep,
} from './staff.js';
export {
  Statistics,
  type CaseCounted,
  type Counting,
  type StatisticsAsked,
  type StatisticsRow,
} from './statistics.js';
export { Suppressions, type RecordedSuppression, type Suppression } from './suppressions.js';
export { taskStatement, type Task, type TaskFilter } from './task-list.js';
export { Tasks, type TaskChange } from './tasks.js';
