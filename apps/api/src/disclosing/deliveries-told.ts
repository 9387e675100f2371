import type { DeliveryTold } from '@duly/api-contract';
import type { Register } from '@duly/register';

/** What became of each copy that was sent from a case, in order. */
export async function deliveriesTold(caseId: string, register: Register): Promise<readonly DeliveryTold[]> {
  const { deliveries } = register.disclosing;
  const [all, events] = await Promise.all([deliveries.ofCase(caseId), deliveries.events(caseId)]);
  const known = new Map(all.map(one => [one.deliveryId, one]));
  return events.flatMap(({ deliveryId, link, what, by, at }) => {
    const found = known.get(deliveryId);
    return found ? [{ delivery: found.number, way: found.way, link, what, by, at }] : [];
  });
}
