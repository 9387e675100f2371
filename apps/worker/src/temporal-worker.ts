import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectionTo, SealedPayloads, type ConnectionParts } from '@duly/temporal';
import type { WorkerSettings } from '@duly/settings';
import {
  NativeConnection,
  Runtime,
  Worker,
  type RuntimeOptions,
  type WorkerOptions,
} from '@temporalio/worker';
import { calendarQueueOf, collectionQueueOf, keepingQueueOf, packageQueueOf } from '@duly/case-protocol';
import { caseActivities } from './activities/case-activities.js';
import { SafeFailures } from './activities/safe-failures.js';
import type { PostRoom } from './activities/send-letter.js';
import { calendarActivities, type CalendarRoom } from './calendar/calendar-activities.js';
import { collectionActivities } from './collecting/collection-activities.js';
import type { CollectionRoom } from './collecting/collection-room.js';
import { scheduleActivities } from './calendar/schedule-activities.js';
import { keepingActivities } from './keeping/keeping-activities.js';
import type { KeepingRoom } from './keeping/keeping-room.js';
import type { Log } from './log/log.js';
import { temporalLog } from './log/temporal-log.js';
import { ActivitiesMeasured } from './metrics/activities-measured.js';
import { packageActivities } from './packages/package-activities.js';
import type { PackageRoom } from './packages/package-room.js';
import type { WorkerMetrics } from './metrics/worker-metrics.js';
import { transferActivities, type TransferRoom } from './transfers/transfer-activities.js';

export interface WorkerPlace {
  readonly connection: ConnectionParts;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** What locks everything that goes to Temporal. */
  readonly codec: SealedPayloads;
  /** `host:port` for the SDK's own figures. */
  readonly metricsAddress?: string;
}

export const placeFrom = (settings: WorkerSettings): WorkerPlace => ({
  connection: connectionTo(settings),
  namespace: settings.temporalNamespace,
  taskQueue: settings.temporalTaskQueue,
  codec: SealedPayloads.from(settings),
  logLevel: settings.logLevel,
  ...(settings.workerTemporalMetricsAddress !== undefined && {
    metricsAddress: settings.workerTemporalMetricsAddress,
  }),
});

export const bundledProjects = [
  'rights-request',
  'calendar-change',
  'package',
  'collection',
  'record-keeping',
] as const;

/** Made ahead by `nx build`, beside this app's own bundle. */
export const workflowBundle = (project: string): string => {
  const path = fileURLToPath(new URL(`../../workflows/${project}/bundle.js`, import.meta.url));
  if (!existsSync(path)) {
    throw new Error(
      `The workflow bundle dist/workflows/${project}/bundle.js is missing. Run: npx nx build @duly/${project}`,
    );
  }
  return path;
};

/** Loaded by the SDK from a file of its own. */
const failureConverterPath = fileURLToPath(new URL('./failure-converter.js', import.meta.url));

/** A cached case costs about a megabyte: past this many, a case is replayed from its history when something happens to it. */
const mostCachedCases = 500;
/** Activities under way get so long to end once the worker is told to stop. */
const grace = '30 seconds';

/** Few workflows run beside the cases, and none of them is in a hurry. */
const mostCachedBeside = 10;

/** What the workflows ask of the world. */
export interface WorkerRooms {
  readonly cases: PostRoom;
  readonly calendars: CalendarRoom;
  readonly packages: PackageRoom;
  readonly transfers: TransferRoom;
  readonly collections: CollectionRoom;
  readonly keeping: KeepingRoom;
}

const casesOf = (room: PostRoom, { taskQueue }: WorkerPlace, metrics: WorkerMetrics) => ({
  taskQueue,
  workflowBundle: { codePath: workflowBundle('rights-request') },
  activities: caseActivities(room, seconds => metrics.stepRecorded(seconds)),
  maxCachedWorkflows: mostCachedCases,
});

const calendarChanges = (room: CalendarRoom, { taskQueue }: WorkerPlace) => ({
  taskQueue: calendarQueueOf(taskQueue),
  workflowBundle: { codePath: workflowBundle('calendar-change') },
  activities: { ...calendarActivities(room), ...scheduleActivities(room) },
  maxCachedWorkflows: mostCachedBeside,
  workflowThreadPoolSize: 1,
});

/** Each package holds a file open and a core busy; more at once would only be slower. Those that are sent wait for others' networks. */
const packagesAtOnce = 4;

const packagesOf = ({ packages, transfers }: WorkerRooms, { taskQueue }: WorkerPlace) => ({
  taskQueue: packageQueueOf(taskQueue),
  workflowBundle: { codePath: workflowBundle('package') },
  activities: { ...packageActivities(packages), ...transferActivities(transfers) },
  maxCachedWorkflows: mostCachedBeside,
  maxConcurrentActivityTaskExecutions: packagesAtOnce,
  workflowThreadPoolSize: 1,
});

/** Heavy work, so many pieces at once: a source that is slow holds up a few others at most, and no case. */
const mostTended = 20;

const collections = (room: CollectionRoom, { taskQueue }: WorkerPlace) => ({
  taskQueue: collectionQueueOf(taskQueue),
  workflowBundle: { codePath: workflowBundle('collection') },
  activities: collectionActivities(room),
  maxCachedWorkflows: mostCachedBeside,
  maxConcurrentActivityTaskExecutions: mostTended,
  workflowThreadPoolSize: 1,
});

const recordKeeping = (room: KeepingRoom, { taskQueue }: WorkerPlace) => ({
  taskQueue: keepingQueueOf(taskQueue),
  workflowBundle: { codePath: workflowBundle('record-keeping') },
  activities: keepingActivities(room),
  maxCachedWorkflows: mostCachedBeside,
  workflowThreadPoolSize: 1,
  // The cases' own work goes before.
  maxConcurrentActivityTaskExecutions: 2,
});

/** The SDK's figures carry names of queues, workflows and activities, and no ids. */
const runtimeOf = ({ logLevel, metricsAddress }: WorkerPlace, log: Log): RuntimeOptions => ({
  shutdownSignals: [],
  logger: temporalLog(log, logLevel),
  ...(metricsAddress !== undefined && {
    telemetryOptions: {
      metrics: {
        prometheus: {
          bindAddress: metricsAddress,
          countersTotalSuffix: true,
          unitSuffix: true,
          useSecondsForDurations: true,
        },
      },
    },
  }),
});

/** The one owner of the Temporal workers: of their connection, of their run, and of their end. */
export class TemporalWorker {
  private constructor(
    private readonly connection: NativeConnection,
    private readonly workers: readonly Worker[],
    private readonly runs: readonly Promise<void>[],
  ) {}

  /** Settles when all have stopped; fails when one cannot go on. */
  get ended(): Promise<unknown> {
    return Promise.all(this.runs);
  }

  /** @throws when Temporal does not answer or the workflow bundle is missing */
  static async start(
    place: WorkerPlace,
    rooms: WorkerRooms,
    log: Log,
    metrics: WorkerMetrics,
  ): Promise<TemporalWorker> {
    // Signals are this process's own business: Nest and the SDK would each stop the other's work half-way.
    Runtime.install(runtimeOf(place, log));
    const parts = [
      casesOf(rooms.cases, place, metrics),
      calendarChanges(rooms.calendars, place),
      packagesOf(rooms, place),
      collections(rooms.collections, place),
      recordKeeping(rooms.keeping, place),
    ];
    const connection = await NativeConnection.connect(place.connection);
    try {
      const failed = (error: unknown) => log.warn({ err: error }, 'an activity failed and is tried again');
      const options: Omit<WorkerOptions, 'taskQueue'> = {
        connection,
        namespace: place.namespace,
        shutdownGraceTime: grace,
        dataConverter: { payloadCodecs: [place.codec], failureConverterPath },
        interceptors: {
          activity: [
            () => ({ inbound: new SafeFailures(failed) }),
            ({ info }) => ({ inbound: new ActivitiesMeasured(metrics, info.activityType) }),
          ],
        },
      };
      const workers = await Promise.all(parts.map(part => Worker.create({ ...options, ...part })));
      return new TemporalWorker(
        connection,
        workers,
        workers.map(worker => worker.run()),
      );
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get isRunning(): boolean {
    return this.workers.every(worker => worker.getState() === 'RUNNING');
  }

  /** Takes no more work, lets what is under way end, and closes the connection. */
  async stop(): Promise<void> {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled(this.runs);
    await this.connection.close();
  }
}
