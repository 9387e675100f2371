import { holdingRights, londonDateAt } from '@duly/case';
import type { Instant } from '@duly/law';
import type { SourceAsk } from '@duly/register';
import type { CollectionRoom } from './collection-room.js';

/** What an erasure waits for, and how long until it is looked at again at the latest, in milliseconds. */
export interface NotYet {
  readonly why: 'not-approved' | 'waiting-period' | 'held';
  readonly again: number;
}

const hour = 3_600_000;

/** DPA 2018 s.173 (R49a) — whether another case of the person, or of who may be the same, needs the data. */
async function isHeld(
  { links, lookAlikes, cases }: CollectionRoom['register'],
  { requestId, caseId }: SourceAsk,
  now: number,
): Promise<boolean> {
  const ofPerson = await links.requestsOfSamePerson(requestId);
  const likely = await lookAlikes.unjudged(ofPerson);
  const on = londonDateAt(now as Instant);
  const holding = await cases.holding({ requestIds: [...ofPerson, ...likely], caseId, on }, holdingRights);
  return holding.length > 0;
}

/** Asked each time before a source is told to erase: what is gone cannot be brought back. Undefined where nothing stands against it. */
export async function whyNotYet(
  { register }: CollectionRoom,
  ask: SourceAsk,
  now: number,
): Promise<NotYet | undefined> {
  const collection = await register.sourceAsks.collection(ask.caseId, 'erase');
  if (!collection?.approvedAt) return { why: 'not-approved', again: hour };
  const left = collection.notBefore === null ? hour : Date.parse(collection.notBefore) - now;
  if (left > 0) return { why: 'waiting-period', again: left };
  if (await isHeld(register, ask, now)) return { why: 'held', again: hour };
  return undefined;
}
