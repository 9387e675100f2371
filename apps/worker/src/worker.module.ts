import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TemporalWorker } from './temporal-worker.js';
import { closeParts, type WorkerParts } from './worker-parts.js';

/** Closes what the worker runs on with the application, once the worker itself has stopped. */
export class PartsClosed implements OnApplicationShutdown {
  constructor(
    private readonly parts: WorkerParts,
    private readonly worker: TemporalWorker,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.worker.stop();
    await closeParts(this.parts);
  }
}

@Module({})
export class WorkerModule {
  /** Over what is open already: what cannot be opened is told by `main.ts`, not by Nest. */
  static over(parts: WorkerParts, worker: TemporalWorker): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: TemporalWorker, useValue: worker },
        { provide: PartsClosed, useValue: new PartsClosed(parts, worker) },
      ],
      exports: [TemporalWorker],
    };
  }
}
