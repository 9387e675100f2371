import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { startSkipping } from './time-skipping.js';

export interface TemporalPlace {
  readonly address: string;
  readonly namespace: string;
  readonly tls?: boolean;
  readonly apiKey?: string | undefined;
}

async function asking<Answer>(
  place: TemporalPlace,
  question: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const connection = await Connection.connect({
    address: place.address,
    connectTimeout: '5s',
    ...(place.tls && { tls: true }),
    ...(place.apiKey && { apiKey: place.apiKey, tls: true }),
  });
  try {
    return await question(new Client({ connection, namespace: place.namespace }));
  } finally {
    await connection.close();
  }
}

/** Whether a Temporal answers there and knows the namespace. */
export async function answers(place: TemporalPlace): Promise<boolean> {
  try {
    return await asking(place, async client => {
      const { namespace } = place;
      await client.workflowService.describeNamespace({ namespace });
      await client.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return true;
    });
  } catch {
    return false;
  }
}

const hour = 3_600_000;

/**
 * Tries whether the server skips time, with a workflow of an hour that no worker serves and that is deleted again.
 * Answers with the reason, in the server's words, when it does not.
 */
export async function reasonNotToSkip(place: TemporalPlace): Promise<string | undefined> {
  const workflowId = `duly-probe-${randomUUID()}`;
  return asking(place, async client => {
    const { namespace } = place;
    const probe = {
      client,
      workflowId,
      workflowType: 'probe',
      taskQueue: 'duly-probe',
      args: [],
      delay: hour,
    };
    try {
      await client.withDeadline(Date.now() + 5_000, () => startSkipping(probe));
      return undefined;
    } catch (error) {
      return error instanceof Error
        ? error.cause instanceof Error
          ? error.cause.message
          : error.message
        : String(error);
    } finally {
      await client.workflowService
        .terminateWorkflowExecution({ namespace, workflowExecution: { workflowId } })
        .catch(() => undefined);
      await client.workflowService
        .deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } })
        .catch(() => undefined);
    }
  });
}

/** A server drops closed histories after a day or three unless told otherwise; an auditor asks for them years later. */
export async function keepHistories(place: TemporalPlace, days: number): Promise<void> {
  await asking(place, async client => {
    const workflowExecutionRetentionTtl = msToTs(days * 24 * hour);
    await client.workflowService.updateNamespace({
      namespace: place.namespace,
      config: { workflowExecutionRetentionTtl },
    });
  });
}
