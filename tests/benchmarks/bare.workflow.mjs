// The least workflow that does as many activities, timers and updates as a case. It imports nothing of ours.
import { condition, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

const { nothing } = proxyActivities({ startToCloseTimeout: '30 seconds' });
const act = defineUpdate('act');

/** `plan`: what a case's history holds, in its order: { activities: n } · { timer: ms } · { update: ms until its timer would fire }. */
export async function bare(plan) {
  let acted = 0;
  setHandler(act, () => (acted += 1), { validator: () => undefined });
  let awaited = 0;
  for (const step of plan) {
    if (step.activities) await Promise.all(Array.from({ length: step.activities }, () => nothing()));
    if (step.timer) await sleep(step.timer);
    if (step.update) {
      awaited += 1;
      await condition(() => acted >= awaited, step.update);
    }
  }
  return acted;
}
