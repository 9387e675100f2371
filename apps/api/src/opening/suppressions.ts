import type { CheckSuppression, OpenRequest } from '@duly/api-contract';
import {
  stoppableChannels,
  type CaseRight,
  type Channel,
  type OpenCase,
  type StoppableChannel,
} from '@duly/case';
import type { Suppression } from '@duly/register';
import type { Vault } from '@duly/vault';
import { emailAlike, phoneAlike, postAlike } from './written-alike.js';

/** One address or number, written so that trivial differences do not matter, as a keyed hash. */
interface HashedWay {
  readonly channel: StoppableChannel;
  readonly personHash: string;
}

type Ways = readonly (readonly [StoppableChannel, string | undefined])[];

const waysOf = ({ email, phone, postalAddress }: CheckSuppression): Ways => [
  ['email', emailAlike(email)],
  ['phone', phoneAlike(phone)],
  ['post', postAlike(postalAddress)],
];

/** As entries were written before forms were made alike: they stand for ever, so they are still looked for. */
const formerWaysOf = ({ email, phone, postalAddress }: CheckSuppression): Ways => [
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

/** Whether the list can know somebody by anything that is known of them. */
const canBeListed = (reached: CheckSuppression): boolean =>
  waysOf(reached).some(([, way]) => way !== undefined);

/** The ways to reach somebody, by keyed hash alone: that is all that is kept, and all that is compared. */
async function hashed(ways: Ways, vault: Vault): Promise<readonly HashedWay[]> {
  const hashes: HashedWay[] = [];
  for (const [channel, way] of ways) {
    if (way) hashes.push({ channel, personHash: await vault.keyedHash('suppression', `${channel}:${way}`) });
  }
  return hashes;
}

/** Every hash under which the list may know somebody: as entries are written now, and as they were before. */
export async function hashesToFind(reached: CheckSuppression, vault: Vault): Promise<readonly string[]> {
  const ways = await hashed([...waysOf(reached), ...formerWaysOf(reached)], vault);
  return [...new Set(ways.map(({ personHash }) => personHash))];
}

/** What an objection says of itself where nothing can be put on the list: then no letter says that the marketing has stopped. */
export const listingOf = (right: CaseRight, subject: CheckSuppression): Pick<OpenCase, 'unlisted'> =>
  right === 'objection_direct_marketing' && !canBeListed(subject) ? { unlisted: true } : {};

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
  return (await hashed(waysOf(reached), vault)).map(way => ({ ...way, stopped, source }));
}
