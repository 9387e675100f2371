import type { LetterOrder } from '@duly/case';
import type { DisclosureTold } from '@duly/notices';
import type { Delivery, Register } from '@duly/register';
import { momentAt } from '../moment.js';

/** What stands in a preview in the place of the link, which is made when the letter is. */
const notMadeYet = 'https://the-link-is-made-when-this-letter-is-sent.invalid/';

const day = 86_400_000;

/** Which delivery a letter speaks of; undefined of nearly all. */
export const deliveryOf = ({ decided }: Pick<LetterOrder, 'decided'>): string | undefined =>
  decided.type === 'AnswerDecided' ? decided.delivery : undefined;

/**
 * What the letter says of a delivery.
 * @param url of the link; needed where it goes by link
 */
export async function disclosureTold(
  { deliveryId, way, packageId, uses, days, codeBy }: Delivery,
  url: string,
  register: Register,
): Promise<DisclosureTold> {
  const hasPassword = (await register.disclosing.packages.byId(packageId))?.isEncrypted === true;
  switch (way) {
    case 'link':
      return {
        way,
        url,
        until: momentAt(Date.now() + days * day).on,
        uses,
        ...(codeBy !== null && { codeBy }),
        hasPassword,
      };
    case 'post':
      return { way, hasPassword };
    case 'transfer': {
      const { transfers, receivers } = register.transferring;
      const transfer = await transfers.byId(deliveryId);
      const receiver = transfer && (await receivers.titleOf(transfer.receiverId));
      return { way, receiver: receiver ?? 'the organisation that you named' };
    }
  }
}

/** As a letter that is not sent yet would say it. */
export async function shownInPreview(
  order: LetterOrder,
  register: Register,
): Promise<DisclosureTold | undefined> {
  const deliveryId = order.kind === 'answer' ? deliveryOf(order) : undefined;
  const delivery =
    deliveryId === undefined ? undefined : await register.disclosing.deliveries.byId(deliveryId);
  return delivery && disclosureTold(delivery, notMadeYet, register);
}
