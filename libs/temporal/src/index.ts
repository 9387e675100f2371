export { connectionTo, openTemporal, type ConnectionParts, type TemporalPlace } from './connection.js';
export { ensureNamespace } from './ensure-namespace.js';
export { hashOfHistory } from './history-hash.js';
export { historyFromJson, historyToJson } from './history-json.js';
export { tellCalendar, type CalendarTold, type CalendarToTell } from './tell-calendar.js';
export { startAhead, type StartAhead } from './start-ahead.js';
