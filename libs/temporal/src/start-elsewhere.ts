import { Client } from '@temporalio/client';

export interface StartElsewhere {
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowType: string;
  readonly workflowId: string;
  /** Opaque ids and tokens only. */
  readonly input: unknown;
}

/** Starts a workflow of somebody else's in a namespace of theirs, served by their own worker; one of the id that is there already is left as it is. */
export async function startElsewhere(client: Client, start: StartElsewhere): Promise<void> {
  const { namespace, taskQueue, workflowType, workflowId, input } = start;
  const there = new Client({ connection: client.connection, namespace });
  await there.workflow.start(workflowType, {
    workflowId,
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
}
