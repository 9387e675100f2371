import type { Writable } from 'node:stream';

/** Characters gathered before they are written; few large writes are much cheaper than many small ones. */
const batch = 64 * 1024;

/**
 * Writes lines in batches and waits while the reader is slower, so that memory stays flat. Once the reader has gone (`duly … | head`)
 * nothing more is written and `isGone` says so.
 */
export class LineWriter {
  private waiting = '';
  isGone = false;
  private wake: () => void = () => undefined;

  constructor(private readonly to: Writable) {
    to.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.isGone = true;
      this.wake();
    });
    to.on('drain', () => this.wake());
  }

  async line(text: string): Promise<void> {
    this.waiting += `${text}\n`;
    if (this.waiting.length >= batch) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    if (text === '' || this.isGone || this.to.write(text)) return;
    await new Promise<void>(resolve => (this.wake = resolve));
  }
}
