import { DefaultLogger, type LogLevel, type Logger } from '@temporalio/worker';
import type { Log } from './log.js';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
const temporalLevels = { debug: 'DEBUG', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;

/** What Temporal's SDK says, as lines of our own log. It names workflows, which carry opaque ids alone. */
export function temporalLog(log: Log, level: keyof typeof temporalLevels): Logger {
  return new DefaultLogger(temporalLevels[level], ({ level: of, message, meta }) => {
    const { error, ...more } = meta ?? {};
    log[levels[of satisfies LogLevel]]({ ...more, ...(error !== undefined && { err: error }) }, message);
  });
}
