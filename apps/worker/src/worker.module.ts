import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { connectionTo } from '@duly/temporal';
import type { WorkerSettings } from '@duly/settings';
import type { Log } from './log/log.js';
import { TemporalWorker } from './temporal-worker.js';
import { closeParts, openParts, type WorkerParts } from './worker-parts.js';

/** What the worker runs on, told apart by its class and closed with the application, after the worker has stopped. */
export class Parts implements OnApplicationShutdown {
  constructor(readonly parts: WorkerParts) {}

  onApplicationShutdown(): Promise<void> {
    return closeParts(this.parts);
  }
}

@Module({})
export class WorkerModule {
  static with(settings: WorkerSettings, log: Log): DynamicModule {
    const place = {
      connection: connectionTo(settings),
      namespace: settings.temporalNamespace,
      taskQueue: settings.temporalTaskQueue,
      logLevel: settings.logLevel,
    };
    return {
      module: WorkerModule,
      providers: [
        { provide: Parts, useFactory: async () => new Parts(await openParts(settings)) },
        {
          provide: TemporalWorker,
          inject: [Parts],
          useFactory: ({ parts }: Parts) => TemporalWorker.start(place, parts.room, log),
        },
      ],
      exports: [TemporalWorker],
    };
  }
}
