/** One line that is written over itself, where somebody looks; nothing in a file or a pipe. */
export class Progress {
  private shown = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(done: number, all: number, notGood: number): void {
    if (!this.out.isTTY) return;
    const now = performance.now();
    if (now - this.shown < 100 && done < all) return;
    this.shown = now;
    const wide = 30;
    const full = all === 0 ? wide : Math.round((wide * done) / all);
    const bar = '█'.repeat(full) + '░'.repeat(wide - full);
    this.out.write(`\r${bar} ${done}/${all} cases${notGood > 0 ? `, ${notGood} not good` : ''}\u001B[K`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001B[K');
  }
}
