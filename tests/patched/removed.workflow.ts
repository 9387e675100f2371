import { condition, defineSignal, deprecatePatch, proxyActivities, setHandler } from '@temporalio/workflow';
import type { RemindingActivities } from './reminding-activities.js';

const { remind, isNeeded } = proxyActivities<RemindingActivities>({ startToCloseTimeout: '1 minute' });
export const moment = defineSignal('moment');

/** As it will be, once no run without the patch is open or to be replayed by today's code. */
export async function reminding(): Promise<string> {
  let hasCome = false;
  setHandler(moment, () => void (hasCome = true));
  await condition(() => hasCome);
  deprecatePatch('look-before-reminding');
  if (!(await isNeeded())) return 'not needed';
  return remind();
}
