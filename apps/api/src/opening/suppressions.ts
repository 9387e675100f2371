import type { CheckSuppression, OpenRequest } from '@duly/api-contract';
import { stoppableChannels, type Channel, type StoppableChannel } from '@duly/case';
import type { Suppression } from '@duly/register';
import type { Vault } from '@duly/vault';

/** One address or number, written so that trivial differences do not matter, as a keyed hash. */
export interface HashedWay {
  readonly channel: StoppableChannel;
  readonly personHash: string;
}

/** The ways to reach somebody, by keyed hash alone: that is all that is kept, and all that is compared. */
export async function hashedWays(reached: CheckSuppression, vault: Vault): Promise<readonly HashedWay[]> {
  const { email, phone, postalAddress } = reached;
  const ways: readonly (readonly [StoppableChannel, string | undefined])[] = [
    ['email', email?.trim().toLowerCase()],
    ['phone', phone?.replace(/[^\d+]/g, '')],
    [
      'post',
      postalAddress
        ?.toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ],
  ];
  const hashed: HashedWay[] = [];
  for (const [channel, way] of ways) {
    if (way) hashed.push({ channel, personHash: await vault.keyedHash('suppression', `${channel}:${way}`) });
  }
  return hashed;
}

type Objection = Pick<OpenRequest, 'rights' | 'subject' | 'channel' | 'stopFor'>;

/** Art 21(3): from an objection on nobody may market to this person, whatever becomes of the case and even once it is erased. */
export async function suppressionsOf(body: Objection, vault: Vault): Promise<readonly Suppression[]> {
  if (!body.rights.includes('objection_direct_marketing')) return [];
  return suppressionsFor(body.subject, body, vault);
}

/** What an objection makes of the ways to reach the person: each stops every channel, unless the person limits it (R61). */
export async function suppressionsFor(
  reached: CheckSuppression,
  objection: { readonly channel: Channel; readonly stopFor?: readonly StoppableChannel[] | undefined },
  vault: Vault,
): Promise<readonly Suppression[]> {
  const stopped = objection.stopFor ?? stoppableChannels;
  const source = `request by ${objection.channel}`;
  return (await hashedWays(reached, vault)).map(way => ({ ...way, stopped, source }));
}
