import { Worker } from 'node:worker_threads';
import type { PrintDocument } from '@duly/notices';
import { NotPrintable } from './not-printable.js';

/** Sets letters on paper. */
export interface Printer {
  /** @throws NotPrintable · PressBusy */
  print(letter: PrintDocument): Promise<Uint8Array>;
}

/** What the thread says when it is done. */
export type Printed =
  | { readonly kind: 'printed'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-printable'; readonly problem: string }
  | { readonly kind: 'fault'; readonly name: string };

/** More letters wait to be printed than can be soon. */
export class PressBusy extends Error {
  override readonly name = 'PressBusy';
}

/** At once, waiting beside them, milliseconds for one, and megabytes for one. */
const limits = { atOnce: 2, waiting: 20, patience: 30_000, memory: 256 } as const;

const tooMuch = (what: string): NotPrintable =>
  new NotPrintable(`it takes too much ${what}. Print it from its HTML`);

function outcomeOf(said: Printed): Uint8Array {
  switch (said.kind) {
    case 'printed':
      return said.bytes;
    case 'not-printable':
      throw new NotPrintable(said.problem);
    case 'fault':
      throw new Error(`A letter could not be printed: ${said.name}.`);
  }
}

/** Prints in threads of their own, within time and memory, so that nobody else's call waits for the setting of a letter. */
export class Press implements Printer {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** @param thread the bundle of `press-thread.ts`, beside the app that runs it */
  constructor(private readonly thread: URL) {}

  async print(letter: PrintDocument): Promise<Uint8Array> {
    await this.turn();
    try {
      return outcomeOf(await this.inThread(letter));
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= limits.atOnce) {
      if (this.queue.length >= limits.waiting) throw new PressBusy('Too many letters are being printed.');
      await new Promise<void>(resolve => this.queue.push(resolve));
    }
    this.running += 1;
  }

  private inThread(letter: PrintDocument): Promise<Printed> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.thread, {
        workerData: letter,
        resourceLimits: { maxOldGenerationSizeMb: limits.memory },
        // It needs no setting, and no secret, of the app.
        env: {},
      });
      const limit = setTimeout(() => {
        reject(tooMuch('time'));
        void worker.terminate();
      }, limits.patience);
      worker.once('message', (said: Printed) => resolve(said));
      worker.once('error', error => reject(ranOut(error) ? tooMuch('memory') : error));
      worker.once('exit', () => {
        clearTimeout(limit);
        reject(new Error('The thread that prints ended without a word.'));
      });
    });
  }
}

const ranOut = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
