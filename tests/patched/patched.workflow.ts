import { condition, defineSignal, patched, proxyActivities, setHandler } from '@temporalio/workflow';
import type { RemindingActivities } from './reminding-activities.js';

const { remind, isNeeded } = proxyActivities<RemindingActivities>({ startToCloseTimeout: '1 minute' });
export const moment = defineSignal('moment');

/** As it is: it looks first whether the reminder is still needed. Runs that passed this place by the old code go on by it. */
export async function reminding(): Promise<string> {
  let hasCome = false;
  setHandler(moment, () => void (hasCome = true));
  await condition(() => hasCome);
  if (patched('look-before-reminding') && !(await isNeeded())) return 'not needed';
  return remind();
}
