import { setTimeout as after } from 'node:timers/promises';
import type { Log } from './log/log.js';

export interface RoundsOptions {
  /** One look at what there is to do; what fails comes round again. Answers `more` where the next look need not wait. */
  readonly look: (stopping: AbortSignal) => Promise<unknown>;
  /** Between two looks, in milliseconds. */
  readonly pause: number;
  /** What the log says of a look that failed. */
  readonly words: string;
  readonly log: Log;
}

/** An error's kind and code. Its message may repeat what a letter says, or whom it is for. */
function kindOf(error: unknown): { readonly because: string; readonly code?: string } {
  if (!(error instanceof Error)) return { because: 'unknown' };
  const code: unknown = Reflect.get(error, 'code');
  return { because: error.name, ...(typeof code === 'string' && { code }) };
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

  /** What waits is done after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { look, pause, words, log } = this.options;
    while (!signal.aborted) {
      const found = await look(signal).catch((error: unknown) => {
        log.warn(kindOf(error), `${words}; tried again`);
      });
      if (found !== 'more') await after(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
