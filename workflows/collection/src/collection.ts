import { lookAgainSignal, type CollectionActivities, type CollectionToRun } from '@duly/case-protocol';
import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';

const { findOpenAsks, completeCollection } = proxyActivities<CollectionActivities>({
  startToCloseTimeout: '2 minutes',
});
// A query may run for an hour; a worker that dies under it is noticed by its silence, and another begins anew.
const { tendAsk } = proxyActivities<CollectionActivities>({
  startToCloseTimeout: '4 hours',
  heartbeatTimeout: '30 seconds',
});

/**
 * Asks the sources of one case side by side, each by itself: one that is broken or silent holds up no other. Ends when each has answered
 * or was set aside.
 */
export async function collection(whose: CollectionToRun): Promise<void> {
  let news = 0;
  setHandler(lookAgainSignal, () => {
    news += 1;
  });
  const isFull = (): boolean => workflowInfo().continueAsNewSuggested;
  const underWay = new Set<string>();

  async function tend(askId: string): Promise<void> {
    underWay.add(askId);
    while (!isFull()) {
      const seen = news;
      const tended = await tendAsk({ ...whose, askId });
      if (tended.isSettled) break;
      await condition(() => news > seen, tended.again);
    }
    underWay.delete(askId);
  }

  const branches: Promise<void>[] = [];
  for (;;) {
    const seen = news;
    for (const askId of await findOpenAsks(whose))
      if (!underWay.has(askId) && !isFull()) branches.push(tend(askId));
    await condition(() => underWay.size === 0 || news > seen);
    if (underWay.size > 0) continue;
    if (isFull()) break;
    if (news === seen && (await completeCollection(whose)) && news === seen) return;
  }
  await Promise.all(branches);
  await continueAsNew<typeof collection>(whose);
}
