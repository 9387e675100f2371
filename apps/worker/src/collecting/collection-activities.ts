import { heartbeat } from '@temporalio/activity';
import type { AskTended, CollectionActivities, CollectionToRun } from '@duly/case-protocol';
import { attemptTime } from '../activities/attempt-time.js';
import type { CollectionRoom } from './collection-room.js';
import { tellCase } from './tell-case.js';
import { tendAsk } from './tend-ask.js';

/** Milliseconds; by it a worker that died is noticed. */
const beat = 10_000;

async function beating<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const beats = setInterval(() => heartbeat(), beat);
  try {
    return await work();
  } finally {
    clearInterval(beats);
  }
}

async function complete(room: CollectionRoom, whose: CollectionToRun): Promise<boolean> {
  const { caseId, purpose } = whose;
  const { sourceAsks } = room.register;
  if (!(await sourceAsks.collection(caseId, purpose))) return true;
  if (!(await sourceAsks.complete(caseId, purpose))) return false;
  const asks = await sourceAsks.ofCase(caseId, purpose);
  const occasion = asks.map(({ askId, round }) => `${askId.slice(0, 8)}.${round}`).join(' ');
  await tellCase(room, whose, asks, occasion);
  return true;
}

/** Everything that the workflow of a collection asks of the world. */
export function collectionActivities(room: CollectionRoom) {
  return {
    findOpenAsks: async ({ caseId, purpose }: CollectionToRun): Promise<readonly string[]> => {
      const asks = await room.register.sourceAsks.ofCase(caseId, purpose);
      return asks.flatMap(({ askId, state }) => (state === 'waiting' || state === 'asked' ? [askId] : []));
    },
    tendAsk: ({ askId }: { readonly askId: string }): Promise<AskTended> => {
      const time = attemptTime();
      return beating(() => tendAsk(room, askId, () => Date.parse(time().at)));
    },
    completeCollection: (whose: CollectionToRun) => complete(room, whose),
  } satisfies CollectionActivities;
}
