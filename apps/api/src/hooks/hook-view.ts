import type { DeliveryView, HookView } from '@duly/api-contract';
import type { Failure } from '@duly/courier';
import type { Hook, HookDelivery } from '@duly/register';

const stateOf = ({ disabledAt, failingSince }: Hook): HookView['state'] => {
  if (disabledAt !== null) return 'disabled';
  return failingSince === null ? 'enabled' : 'failing';
};

export function hookView(hook: Hook): HookView {
  const { hookId: id, types, ...shown } = hook;
  return {
    id,
    ...shown,
    types: types && ([...types] as NonNullable<HookView['types']>),
    state: stateOf(hook),
  };
}

/** @param open the seal of what is quoted of an answer */
export async function deliveryView(
  delivery: HookDelivery,
  open: (sealed: Buffer) => Promise<string>,
): Promise<DeliveryView> {
  const { deliveryId: id, type, caseId, eventNumber, recordedAt, state, nextTry, replays } = delivery;
  const attempts = delivery.attempts.map(async ({ because, excerpt, ...attempt }) => ({
    ...attempt,
    // Every failure the courier knows has its place in the contract, or this does not compile.
    because: because as Failure | null,
    excerpt: excerpt === null ? null : await open(Buffer.from(excerpt, 'hex')),
  }));
  return {
    id,
    message: `msg_${id}`,
    type: type as DeliveryView['type'],
    case: caseId,
    event: eventNumber,
    recordedAt,
    state,
    nextTry,
    replays,
    attempts: await Promise.all(attempts),
  };
}
