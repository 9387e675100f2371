import { askTokenOf } from '@duly/register';
import { startElsewhere } from '@duly/temporal';
import { toldToSystem, type Asker } from './collection-room.js';

/**
 * By a workflow in the team's own namespace, served by their own worker in any language; a reminder starts one that has ended anew. It is
 * told an opaque id and a token, and not even an address: a worker calls the one that it was given by those who run it.
 */
export const askTaskQueue: Asker = async (room, asking) => {
  const { terms, askId, round } = asking.ask;
  if (terms.kind !== 'task-queue') return { kind: 'failed', because: 'not-a-task-queue' };
  const told = await toldToSystem(room, asking, await askTokenOf(room.vault, asking.ask));
  const { namespace, taskQueue, workflowType } = terms;
  const input = { ask: told.ask, token: told.token };
  try {
    const workflowId = `duly-ask-${askId}-${round}`;
    await startElsewhere(room.client, { namespace, taskQueue, workflowType, workflowId, input });
    return { kind: 'asked' };
  } catch {
    // Its words may quote what was sent, a token among it.
    return { kind: 'failed', because: 'not-started-there' };
  }
};
