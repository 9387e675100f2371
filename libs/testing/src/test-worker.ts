import { randomUUID } from 'node:crypto';
import type { WorkerOptions } from '@temporalio/worker';
import type { Started } from '@duly/infra/spec-servers';

export interface TestWorkerOptions {
  /** Absolute path of the file that exports the workflows; or else they are bundled already. */
  readonly workflowsPath?: string;
  readonly workflowBundle?: { readonly code: string };
  readonly activities?: object;
  /** Its own unless named. */
  readonly taskQueue?: string;
  /** What else the worker is given. */
  readonly more?: Partial<WorkerOptions>;
}

export interface TestWorker extends Started {
  readonly taskQueue: string;
}

let isQuiet = false;

/** The SDK of workers takes a second to load, and most specs that use this library run none. */
async function quietWorkers() {
  const sdk = await import('@temporalio/worker');
  const logger = new sdk.DefaultLogger('ERROR');
  if (!isQuiet) sdk.Runtime.install({ logger, shutdownSignals: [] });
  isQuiet = true;
  return { ...sdk, logger };
}

/** Bundles the workflows and serves them on a task queue, quietly, until stopped. */
export async function testWorker(address: string, options: TestWorkerOptions): Promise<TestWorker> {
  const { bundleWorkflowCode, logger, NativeConnection, Worker } = await quietWorkers();
  const taskQueue = options.taskQueue ?? `spec-${randomUUID()}`;
  const { workflowsPath = '' } = options;
  const workflowBundle = options.workflowBundle ?? (await bundleWorkflowCode({ workflowsPath, logger }));
  const connection = await NativeConnection.connect({ address });
  const activities = options.activities ? { activities: options.activities } : {};
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle,
    ...activities,
    ...options.more,
  });
  const running = worker.run();
  const stop = async (): Promise<void> => {
    worker.shutdown();
    await running;
    await connection.close();
  };
  return { taskQueue, stop };
}
