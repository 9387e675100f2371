import type { Log } from './log.js';

/** Hands the log to whoever needs it. */
export class Logging {
  constructor(readonly log: Log) {}
}
