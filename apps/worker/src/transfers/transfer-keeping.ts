import { packageQueueOf, transferWorkflowIdOf, transferWorkflowType } from '@duly/case-protocol';
import type { Transfer } from '@duly/register';
import type { openTemporal } from '@duly/temporal';
import { NeverTaken, NotTakenYet } from './receiver-door.js';
import type { TransferPost } from './transfer-post.js';
import { doorOf, type TransferRoom } from './transfer-activities.js';

const most = 20;
/** For so many days a receiver is asked what it has decided. */
const askedFor = 60;

export interface TransferKeepingOptions extends TransferRoom {
  readonly client: ReturnType<typeof openTemporal>;
  readonly taskQueue: string;
  /** Days before the day to plan by, from which on the person is offered the copy. */
  readonly offerBefore: number;
  readonly post: TransferPost;
}

/** Starts transfers that were begun, offers the copy where one does not arrive, and asks receivers what they decided. */
export class TransferKeeping {
  constructor(private readonly options: TransferKeepingOptions) {}

  async look(): Promise<void> {
    const { register, offerBefore } = this.options;
    const { transfers } = register.transferring;
    for (const one of await transfers.toStart(most)) await this.start(one);
    await transfers.offerCopies(offerBefore, most);
    await transfers.endOffers();
    await this.options.post.sendSome(most);
    for (const deliveryId of await transfers.outcomesToAsk(askedFor, most)) await this.askOutcome(deliveryId);
  }

  private async start({ deliveryId, round }: Pick<Transfer, 'deliveryId' | 'round'>): Promise<void> {
    const { client, taskQueue, register } = this.options;
    await client.workflow.start(transferWorkflowType, {
      workflowId: transferWorkflowIdOf(deliveryId, round),
      taskQueue: packageQueueOf(taskQueue),
      args: [{ deliveryId }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    await register.transferring.transfers.started(deliveryId);
  }

  /** What cannot be asked now is asked later; the receipt stands. */
  private async askOutcome(deliveryId: string): Promise<void> {
    const { transfers, receivers } = this.options.register.transferring;
    const transfer = await transfers.byId(deliveryId);
    const receiver = transfer && (await receivers.byId(transfer.receiverId));
    if (!receiver) return;
    try {
      const { state } = await (await doorOf(deliveryId, receiver, this.options)).read();
      if (state === 'accepted') await transfers.decidedThere(deliveryId, 'accepted');
      if (state === 'rejected' || state === 'refused') await transfers.decidedThere(deliveryId, 'rejected');
    } catch (error) {
      if (!(error instanceof NeverTaken || error instanceof NotTakenYet)) throw error;
    }
  }
}
