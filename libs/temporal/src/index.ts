export { caseRuns, historiesStillKept, runOfHistory, type ArchivedRun, type CaseRun } from './case-runs.js';
export {
  connectionTo,
  openTemporal,
  type ConnectionParts,
  type SealedPlace,
  type TemporalPlace,
} from './connection.js';
export { ensureNamespace } from './ensure-namespace.js';
export { bundlesNamedIn, historiesOf, historyOfRun } from './histories.js';
export { ArchiveDamaged, FolderArchive, type HistoryArchive } from './history-archive.js';
export { hashOfHistory } from './history-hash.js';
export { historyFromJson, historyToJson } from './history-json.js';
export { openedHistory } from './payloads/opened-history.js';
export { openPayloads, type OpenedPayloads, type PayloadJson } from './payloads/payload-json.js';
export { isShut } from './payloads/payload-keys.js';
export { SealedPayloads } from './payloads/sealed-payloads.js';
export { keepSchedule, type ScheduleToKeep } from './keep-schedule.js';
export {
  tellCalendar,
  tellSchedule,
  type CalendarToTell,
  type ChangeTold,
  type ScheduleToTell,
} from './tell-change.js';
export { giveCommand, type CommandToGive } from './give-command.js';
export { startElsewhere, type StartElsewhere } from './start-elsewhere.js';
export { startAhead, type StartAhead } from './start-ahead.js';
