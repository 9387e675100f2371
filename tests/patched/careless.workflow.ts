import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import type { RemindingActivities } from './reminding-activities.js';

const { remind, isNeeded } = proxyActivities<RemindingActivities>({ startToCloseTimeout: '1 minute' });
export const moment = defineSignal('moment');

/** The same change without `patched`: a run that passed this place asks for other things than its history holds. */
export async function reminding(): Promise<string> {
  let hasCome = false;
  setHandler(moment, () => void (hasCome = true));
  await condition(() => hasCome);
  if (!(await isNeeded())) return 'not needed';
  return remind();
}
