import { createHash, randomBytes } from 'node:crypto';
import { deliveryOf, disclosureTold, type NotYetKept } from '@duly/letters';
import type { LetterOrder, LetterReport } from '@duly/case';
import type { Register } from '@duly/register';

/** Makes the link that a letter brings. Its secret is in the letter alone: what is kept of it beside is a hash. */
export class LinkMaker {
  constructor(
    private readonly register: Register,
    private readonly publicUrl: string,
  ) {}

  /** What the letter is to say of the copy; nothing where it speaks of none. */
  async forLetter(order: LetterOrder): Promise<NotYetKept> {
    if (order.kind === 'transfer') return { transfer: await this.transferOf(order) };
    const { deliveries, deliveryLinks } = this.register.disclosing;
    const deliveryId = this.told(order);
    const delivery = deliveryId === undefined ? undefined : await deliveries.byId(deliveryId);
    if (!delivery) return {};
    const token = randomBytes(32).toString('base64url');
    if (delivery.way === 'link')
      await deliveryLinks.giveSecret(delivery.deliveryId, createHash('sha256').update(token).digest('hex'));
    const disclosure = await disclosureTold(delivery, `${this.publicUrl}/d/${token}`, this.register);
    return { disclosure };
  }

  /** The letter is on its way: so is what it brings, or somebody is to post it. */
  async sent(order: LetterOrder, { outcome }: Pick<LetterReport, 'outcome'>): Promise<void> {
    const deliveryId = this.told(order);
    if (deliveryId === undefined || outcome === 'refused' || outcome === 'deferred') return;
    const { deliveries, deliveryLinks } = this.register.disclosing;
    const delivery = await deliveries.byId(deliveryId);
    if (delivery?.way === 'link') await deliveryLinks.linkSent(deliveryId);
    // A letter with a new link that cannot go by e-mail is printed and posted.
    if (order.kind === 'disclosure' && outcome === 'to-be-posted') await deliveries.toPost(deliveryId);
    if (delivery?.way === 'post') await deliveries.toPost(deliveryId);
  }

  /** @throws Error where the order names no transfer */
  private async transferOf({ letterId, occasion }: LetterOrder) {
    const [deliveryId = '', told] = occasion.split('.');
    const transfer = await this.register.transferring.transfers.byId(deliveryId);
    if (!transfer || (told !== 'received' && told !== 'offered'))
      throw new Error(`Letter ${letterId} names no transfer.`);
    return {
      told,
      receiver: await this.register.transferring.receivers.titleOf(transfer.receiverId),
    } as const;
  }

  private told(order: LetterOrder): string | undefined {
    return order.kind === 'answer' || order.kind === 'disclosure' ? deliveryOf(order) : undefined;
  }
}
