import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { encodeToPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time.js';
import { until } from './waiting.js';

/** One workflow whose own clock can be wound. The SDK has no call for this yet, so it is asked of the server directly. */
export interface SkippingWorkflow {
  readonly client: Client;
  readonly workflowId: string;
}

export interface SkippingStart extends SkippingWorkflow {
  readonly workflowType: string;
  readonly taskQueue: string;
  readonly args: readonly unknown[];
  /** Milliseconds of its own time before it begins; skipped like all else. */
  readonly delay: number;
}

/** Every skip counts against this within one winding; it only guards against a workflow that never comes to rest. */
const mostSkips = 10_000;

const windingBy = (id: string, milliseconds: number) => ({
  enabled: true,
  maxSessionSkipCount: mostSkips,
  fastForwardConfig: { id, duration: msToTs(Math.max(1, Math.ceil(milliseconds))) },
});

async function hasEnded({ client, workflowId }: SkippingWorkflow): Promise<boolean> {
  return (await client.workflow.getHandle(workflowId).describe()).status.name !== 'RUNNING';
}

/** Waits until the winding has arrived, or the workflow has ended on the way. @throws Error when it can no longer arrive. */
async function arrival(workflow: SkippingWorkflow, fastForwardId: string): Promise<void> {
  const { client, workflowId } = workflow;
  for (;;) {
    const { fastForwardInfo, failedReason } = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      fastForwardId,
    });
    if (fastForwardInfo?.hasCompleted) return;
    if (!failedReason) continue;
    if (await hasEnded(workflow)) return;
    throw new Error(`The clock of ${workflowId} cannot be wound there: ${failedReason}`);
  }
}

/**
 * Starts a workflow whose first line runs at the end of its delay, which is skipped. One skip and no more: a fast-forward that ends while
 * the workflow already works would run on to its next timer. Before its first task is scheduled the server answers no query.
 */
export async function startSkipping({
  client,
  workflowId,
  workflowType,
  taskQueue,
  args,
  delay,
}: SkippingStart): Promise<void> {
  const begins = Date.now() + delay;
  await client.workflowService.startWorkflowExecution({
    namespace: client.options.namespace,
    workflowId,
    requestId: randomUUID(),
    workflowType: { name: workflowType },
    taskQueue: { name: taskQueue },
    input: { payloads: (await encodeToPayloads(client.options.loadedDataConverter, ...args)) ?? [] },
    workflowStartDelay: msToTs(Math.max(0, delay)),
    ...(delay > 0 ? { timeSkippingConfig: { enabled: true, maxSessionSkipCount: 1 } } : {}),
  });
  await until(`the beginning of ${workflowId}`, 30, async () => {
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    const hasBegun = events?.some(
      ({ workflowTaskScheduledEventAttributes }) => workflowTaskScheduledEventAttributes,
    );
    return hasBegun && (await ownTime({ client, workflowId })) >= begins ? true : undefined;
  });
}

/** Milliseconds since 1970 on the workflow's own clock. */
export async function ownTime({ client, workflowId }: SkippingWorkflow): Promise<number> {
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  const skipped = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return skipped ? requiredTsToMs(skipped, 'currentTime') : Date.now();
}

/**
 * Winds the workflow's own clock on by so many milliseconds, firing every timer on the way; its clock then runs on at normal speed.
 * Waits for the workflow's running activities and for its worker; skips the pauses between their attempts. A workflow that ends on the way stops there.
 */
export async function windBy(workflow: SkippingWorkflow, milliseconds: number): Promise<void> {
  const fastForwardId = randomUUID();
  const { client, workflowId } = workflow;
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig: windingBy(fastForwardId, milliseconds) },
    updateMask: { paths: ['time_skipping_config'] },
  });
  await arrival(workflow, fastForwardId);
}
