import { setTimeout as after } from 'node:timers/promises';
import type { Log } from './log/log.js';

export interface RoundsOptions {
  /** One look at what there is to do; what fails comes round again. */
  readonly look: () => Promise<unknown>;
  /** Between two looks, in milliseconds. */
  readonly pause: number;
  /** What the log says of a look that failed. */
  readonly words: string;
  readonly log: Log;
}

/** Looks again and again, until it is stopped; a look under way is finished. */
export class Rounds {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  private constructor(private readonly options: RoundsOptions) {
    this.running = this.run();
  }

  static start(options: RoundsOptions): Rounds {
    return new Rounds(options);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { look, pause, words, log } = this.options;
    while (!signal.aborted) {
      await look().catch((error: unknown) => {
        log.warn({ because: error instanceof Error ? error.name : 'unknown' }, words);
      });
      await after(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
