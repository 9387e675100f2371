import type { ClockResult } from '@duly/law';
import type { CaseFile } from './case-file.js';
import { respondedBefore } from './closing.js';

/** UK GDPR Art 12(3)–(4) — before the case was reopened the person had been given a response, by the day that binds. */
export function wasRespondedInTime(file: CaseFile, { effectiveDueDate }: ClockResult): boolean {
  const response = respondedBefore(file);
  return response !== undefined && effectiveDueDate !== null && response.on <= effectiveDueDate;
}

/** What is added once the case was reopened makes no response late that was given in time. The day that bound stays to be seen. */
export function reopenedClock(file: CaseFile, clock: ClockResult): ClockResult {
  return clock.inTime === false && wasRespondedInTime(file, clock) ? { ...clock, inTime: true } : clock;
}
