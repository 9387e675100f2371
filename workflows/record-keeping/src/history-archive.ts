import type { KeepingActivities } from '@duly/case-protocol';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';

// A worker that dies is noticed by its silence; another goes on with what is not archived yet.
const { archiveHistories } = proxyActivities<KeepingActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '1 minute',
});

const batchesPerRun = 100;

/**
 * Exports the histories of closed cases before Temporal's retention takes them. It runs outside every case, since a case's own last
 * activity cannot see its last event.
 */
export async function historyArchive(): Promise<void> {
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    const { left } = await archiveHistories();
    if (left === 0) return;
  }
  await continueAsNew<typeof historyArchive>();
}
