import type { Instant } from '@duly/law';
import type { CaseFile } from './case-file.js';
import { placeInWindow } from './window.js';

/** The moments are spread: each case has its own place after them, and none comes before (R11). */
export function spread(file: CaseFile, moment: Instant): Instant {
  const { caseId, settings } = file.opening;
  return (moment + placeInWindow(caseId, settings.alarmWindowSeconds)) as Instant;
}
