export * from './names.js';
export {
  defaultCaseSettings,
  type ApprovalSwitches,
  type CaseSettings,
  type HandlerReminder,
  type Span,
} from './case-settings.js';
export * from './commands.js';
export {
  eventTypes,
  isEvent,
  type CaseEvent,
  type EventData,
  type EventHead,
  type EventOf,
  type EventType,
} from './events.js';
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
export {
  taskKinds,
  verbsCompleting,
  type EndedTask,
  type OpenTask,
  type TaskChanges,
  type TaskKind,
} from './tasks.js';
export {
  isToStaff,
  letterKinds,
  letterRecipients,
  letterRulesFor,
  type LetterKind,
  type LetterLevel,
  type LetterOrder,
  type LetterOutcome,
  type LetterRecipient,
  type LetterRule,
} from './letters.js';
export { neverReached } from './never-reached.js';
