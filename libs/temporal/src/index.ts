export { openTemporal, type TemporalPlace } from './connection.js';
export { hashOfHistory } from './history-hash.js';
export { startAhead, type StartAhead } from './start-ahead.js';
