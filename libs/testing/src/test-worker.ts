import { randomUUID } from 'node:crypto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
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

const logger = new DefaultLogger('ERROR');
let isQuiet = false;

function beQuiet(): void {
  if (isQuiet) return;
  isQuiet = true;
  Runtime.install({ logger, shutdownSignals: [] });
}

/** Bundles the workflows and serves them on a task queue, quietly, until stopped. */
export async function testWorker(address: string, options: TestWorkerOptions): Promise<TestWorker> {
  beQuiet();
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
