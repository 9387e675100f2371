import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import type { RemindingActivities } from './reminding-activities.js';

const { remind } = proxyActivities<RemindingActivities>({ startToCloseTimeout: '1 minute' });
export const moment = defineSignal('moment');

/** As it was: when the moment has come, it reminds. */
export async function reminding(): Promise<string> {
  let hasCome = false;
  setHandler(moment, () => void (hasCome = true));
  await condition(() => hasCome);
  return remind();
}
