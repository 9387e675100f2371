import type { CivilDate, ClockResult } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { everyOne, receipt } from '../../what-happened.js';

/** The provision that a case's date stands on. */
export function citeOfDate(file: CaseFile, ofRequest: string): string {
  return isComplaint(file) ? 'DPA 2018 s.164A(3) (R50)' : ofRequest;
}

export function isComplaint(file: CaseFile): boolean {
  return receipt(file).right === 'complaint';
}

export function acknowledgedOn(file: CaseFile): CivilDate | undefined {
  return everyOne(file, 'ComplaintAcknowledged')[0]?.on;
}

/** R53 — an outcome is the acknowledgement too, where it comes first. */
function firstToldOn(file: CaseFile): CivilDate | undefined {
  const concluded = everyOne(file, 'ComplaintConcluded')[0]?.on;
  return acknowledgedOn(file) ?? concluded;
}

/**
 * R50, R52 — the law's one date for a complaint is that of its acknowledgement. Once that is given no date is left: the outcome is due
 * without undue delay, and being in time is a matter of the acknowledgement.
 */
export function complaintClock(file: CaseFile, clock: ClockResult): ClockResult {
  const { acknowledgeBy } = clock;
  if (acknowledgeBy === null) return clock;
  const toldOn = firstToldOn(file);
  const judged = { ...clock, inTime: toldOn === undefined ? null : toldOn <= acknowledgeBy };
  const on = acknowledgedOn(file);
  if (on === undefined) return judged;
  return {
    ...judged,
    effectiveDueDate: null,
    conservativeDueDate: null,
    fallbackDueDate: null,
    planBy: null,
    reason: `It was acknowledged on ${on}. The outcome has no date: it is due without undue delay (DPA 2018 s.164A(4); R52).`,
  };
}
