import type { ScheduleActivities, ScheduleToChange } from '@duly/case-protocol';
import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';

const { findCasesOfRight } = proxyActivities<ScheduleActivities>({ startToCloseTimeout: '5 minutes' });
const { tellCasesOfRight } = proxyActivities<ScheduleActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
});

const batchesPerRun = 200;

/** Tells every open case of a right of its new schedule of reminders, at a steady pace; a crash leaves none out and tells none twice. */
export async function scheduleChange(change: ScheduleToChange): Promise<void> {
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    const waiting = await findCasesOfRight(change);
    if (waiting === 0) return;
    const { moved, left } = await tellCasesOfRight(change);
    if (moved === 0 && left > 0) await sleep('1 minute');
  }
  await continueAsNew<typeof scheduleChange>(change);
}
