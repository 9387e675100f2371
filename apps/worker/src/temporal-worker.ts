import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectionTo, type ConnectionParts } from '@duly/temporal';
import type { WorkerSettings } from '@duly/settings';
import { NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { caseActivities } from './activities/case-activities.js';
import { SafeFailures } from './activities/safe-failures.js';
import type { PostRoom } from './activities/send-letter.js';
import type { Log } from './log/log.js';
import { temporalLog } from './log/temporal-log.js';

export interface WorkerPlace {
  readonly connection: ConnectionParts;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export const placeFrom = (settings: WorkerSettings): WorkerPlace => ({
  connection: connectionTo(settings),
  namespace: settings.temporalNamespace,
  taskQueue: settings.temporalTaskQueue,
  logLevel: settings.logLevel,
});

/** Made ahead by `nx build`, beside this app's own bundle. */
const workflowBundle = (): string => {
  const path = fileURLToPath(new URL('../../workflows/rights-request/bundle.js', import.meta.url));
  if (!existsSync(path)) {
    throw new Error(
      'The workflow bundle dist/workflows/rights-request/bundle.js is missing. Run: npx nx build rights-request',
    );
  }
  return path;
};

/** A cached case costs about a megabyte: past this many, a case is replayed from its history when something happens to it. */
const mostCachedCases = 500;
/** Activities under way get so long to end once the worker is told to stop. */
const grace = '30 seconds';

/** The one owner of the Temporal worker: of its connection, of its run, and of its end. */
export class TemporalWorker {
  private constructor(
    private readonly connection: NativeConnection,
    private readonly worker: Worker,
    /** Settles when the worker has stopped; fails when it cannot go on. */
    readonly ended: Promise<void>,
  ) {}

  /** @throws when Temporal does not answer or the workflow bundle is missing */
  static async start(place: WorkerPlace, room: PostRoom, log: Log): Promise<TemporalWorker> {
    // Signals are this process's own business: Nest and the SDK would each stop the other's work half-way.
    Runtime.install({ shutdownSignals: [], logger: temporalLog(log, place.logLevel) });
    const workflow = { codePath: workflowBundle() };
    const connection = await NativeConnection.connect(place.connection);
    try {
      const failed = (error: unknown) => log.warn({ err: error }, 'an activity failed and is tried again');
      const options: WorkerOptions = {
        connection,
        namespace: place.namespace,
        taskQueue: place.taskQueue,
        workflowBundle: workflow,
        activities: caseActivities(room),
        maxCachedWorkflows: mostCachedCases,
        shutdownGraceTime: grace,
        interceptors: { activity: [() => ({ inbound: new SafeFailures(failed) })] },
      };
      const worker = await Worker.create(options);
      return new TemporalWorker(connection, worker, worker.run());
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get isRunning(): boolean {
    return this.worker.getState() === 'RUNNING';
  }

  /** Takes no more work, lets what is under way end, and closes the connection. */
  async stop(): Promise<void> {
    if (this.isRunning) this.worker.shutdown();
    await this.ended.catch(() => undefined);
    await this.connection.close();
  }
}
