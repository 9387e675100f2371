import type { TransferActivities, TransferToSend } from '@duly/case-protocol';
import { proxyActivities } from '@temporalio/workflow';

// A receiver that is away is tried for as long as the package lives; whoever waits for it is offered the copy meanwhile. A worker that
// dies is noticed by its silence, and the next one asks the receiver how far it is.
const { sendPackage } = proxyActivities<TransferActivities>({
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Sends one package straight to another controller (UK GDPR Art 20(2)). */
export const sendStraight = ({ deliveryId }: TransferToSend): Promise<'settled'> =>
  sendPackage({ deliveryId });
