import { join } from 'node:path';
import { type Child, type ChildDescription, startChild } from './child-process.js';
import { ProcessRecords } from './process-records.js';

type Stop = () => Promise<void>;

/** All that one start brings up, in order, and takes down in the opposite order. */
export class Processes {
  readonly records: ProcessRecords;
  private readonly stops: { readonly name: string; readonly stop: Stop }[] = [];
  private stopping = false;
  private tellOfEnd: (words: string) => void = () => undefined;
  /** Settles when a process ends that nobody stopped. */
  readonly unexpectedEnd = new Promise<string>(resolve => (this.tellOfEnd = resolve));

  constructor(private readonly folder: string) {
    this.records = new ProcessRecords(join(folder, 'run'));
  }

  logFile(name: string): string {
    return join(this.folder, 'logs', `${name}.log`);
  }

  /** Writes a child down the moment it runs, and watches over it from then on. */
  watch(name: string, child: Child, signal: NodeJS.Signals = 'SIGTERM'): void {
    const { pid, startedAt } = child;
    this.records.write({ name, place: this.stops.length, pid, startedAt, signal });
    // A stop that came while this was being brought up: it was not there to be stopped with the others.
    if (this.stopping) return void child.stop().then(() => this.records.remove(name));
    this.onStop(name, async () => {
      await child.stop();
      this.records.remove(name);
    });
    void child.ended.then(how => {
      if (!this.stopping)
        this.tellOfEnd(
          `${name} has ended (${how}). Its last words, from ${this.logFile(name)}:\n${child.lastWords()}`,
        );
    });
  }

  async start(name: string, description: Omit<ChildDescription, 'logFile'>): Promise<Child> {
    const child = await startChild({ ...description, logFile: this.logFile(name) });
    this.watch(name, child);
    return child;
  }

  /** Names something to stop that is not a process. */
  onStop(name: string, stop: Stop): void {
    this.stops.push({ name, stop });
  }

  /** Stops everything, last started first. One that cannot be stopped does not keep the others up. */
  async stopAll(): Promise<void> {
    this.stopping = true;
    for (const { name, stop } of this.stops.splice(0).reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(
          `${name} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
}
