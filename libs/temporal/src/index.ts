export { connectionTo, openTemporal, type ConnectionParts, type TemporalPlace } from './connection.js';
export { ensureNamespace } from './ensure-namespace.js';
export { bundlesNamedIn, historiesOf } from './histories.js';
export { hashOfHistory } from './history-hash.js';
export { historyFromJson, historyToJson } from './history-json.js';
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
