import type { CalendarActivities, CalendarToChange } from '@duly/case-protocol';
import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';

const { findCases } = proxyActivities<CalendarActivities>({ startToCloseTimeout: '5 minutes' });
// A worker that dies is noticed by its silence; another goes on with the cases that were not told.
const { tellCases } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
});

/** After so many batches a fresh history begins: a change may concern any number of cases. */
const batchesPerRun = 200;

/** Tells the open cases whose dates a new version of a calendar moves, and only those (Reg 1182/71 Art 3(4); R20). */
export async function calendarChange(change: CalendarToChange): Promise<void> {
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    // Found anew each time: a case may have been opened by the old calendar a moment ago.
    const waiting = await findCases(change);
    if (waiting === 0) return;
    const { moved, left } = await tellCases(change);
    // Who is left did not answer; they are asked again when a worker may be there for them.
    if (moved === 0 && left > 0) await sleep('1 minute');
  }
  await continueAsNew<typeof calendarChange>(change);
}
