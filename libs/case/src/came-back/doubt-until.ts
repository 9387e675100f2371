import type { CivilDate } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import { clockOf } from '../clock-of.js';
import { cameBack } from './doubt.js';

/**
 * The day that binds if a notice that came back was never given, where that is another than the one that binds if it was; null where no
 * date hangs on such a notice.
 */
export function doubtUntil(file: CaseFile): CivilDate | null {
  if (!file.events.some(event => event.type === 'NoticeBounced' && cameBack(file, event.decided)))
    return null;
  const { fallbackDueDate, effectiveDueDate, planBy } = clockOf(file).clock;
  return planBy === fallbackDueDate && fallbackDueDate !== effectiveDueDate ? fallbackDueDate : null;
}
