export { readRecord, readRecordFile, type CaseRecord, type HistoryJson, type Json } from './case-record.js';
export { judge } from './judge.js';
export { endReplays } from './live-again.js';
export { CannotTell, inWords, verdictOf, type Check, type Verdict } from './verdict.js';
