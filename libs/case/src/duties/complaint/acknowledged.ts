import type { CivilDate, ClockResult } from '@duly/law';
import { asTold } from '../../came-back/doubt.js';
import type { CaseFile } from '../../case-file.js';
import type { EventOf } from '../../events.js';
import { everyOne, receipt, sinceOpened } from '../../what-happened.js';

/** The provision that a case's date stands on. */
export function citeOfDate(file: CaseFile, ofRequest: string): string {
  return isComplaint(file) ? 'DPA 2018 s.164A(3) (R50)' : ofRequest;
}

export function isComplaint(file: CaseFile): boolean {
  return receipt(file).right === 'complaint';
}

/** R53 — an outcome is the acknowledgement too, where it comes first. */
function firstToldOn(file: CaseFile): CivilDate | undefined {
  const days = [...everyOne(file, 'ComplaintAcknowledged'), ...everyOne(file, 'ComplaintConcluded')];
  return asTold(file, days)
    .map(({ on }) => on)
    .sort()[0];
}

/** What leaves no date: the acknowledgement, or the outcome of a complaint that has been reopened since. */
function noDateSince(file: CaseFile): EventOf<'ComplaintAcknowledged' | 'ComplaintConcluded'> | undefined {
  const inThisRun = sinceOpened(file);
  const concludedBefore = everyOne(file, 'ComplaintConcluded').find(outcome => !inThisRun.includes(outcome));
  return asTold(file, everyOne(file, 'ComplaintAcknowledged'))[0] ?? concludedBefore;
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
  const told = noDateSince(file);
  if (!told) return judged;
  const how =
    told.type === 'ComplaintAcknowledged' ? 'acknowledged' : 'given an outcome, and so acknowledged,';
  return {
    ...judged,
    effectiveDueDate: null,
    conservativeDueDate: null,
    fallbackDueDate: null,
    planBy: null,
    reason: `It was ${how} on ${told.on}. The outcome has no date: it is due without undue delay (DPA 2018 s.164A(4); R52).`,
  };
}
