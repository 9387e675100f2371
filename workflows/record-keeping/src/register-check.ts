import type { HeldSummary, KeepingActivities } from '@duly/case-protocol';
import { proxyActivities } from '@temporalio/workflow';

const { holdCases, recordHeld } = proxyActivities<KeepingActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
});

/** Holds a random sample of the register against the histories, night after night, and reports what differs. */
export async function registerCheck(sample: number): Promise<HeldSummary> {
  const { held, drifted, unknown } = await holdCases({ isRebuilt: false, sample });
  const summary = {
    isRebuilt: false,
    isSample: true,
    held,
    drifted: drifted.length,
    unknown: unknown.length,
  };
  await recordHeld(summary);
  return summary;
}
