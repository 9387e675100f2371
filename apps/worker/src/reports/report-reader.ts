import { setTimeout as after } from 'node:timers/promises';
import { readReport, unpacked, type NoReport, type ReportMailbox, type Taken } from '@duly/mail';
import { recordReport, type Recorded, type Register } from '@duly/register';
import type { Vault } from '@duly/vault';
import type { Log } from '../log/log.js';

export interface ReportOffice {
  readonly register: Register;
  readonly vault: Vault;
}

/** Why a message was left as it is, for people to read. */
export type LeftBecause = NoReport['because'] | 'not-ours';

/** What became of one message: `recorded` or `known`, or why it was left. */
export type Looked = Exclude<Recorded, 'not-ours'> | LeftBecause;

/** What a message says, put on record. Says nothing of a letter that is not ours. */
export async function takeReport(office: ReportOffice, message: Uint8Array): Promise<Looked> {
  const read = await readReport(message);
  if (read.kind === 'none') return read.because;
  return recordReport(office, opened => unpacked(opened).to, read, { source: 'mailbox' });
}

const isTaken = (looked: Looked): boolean => looked === 'recorded' || looked === 'known';

/** Reads the mailbox of reports from time to time. Its log counts, and names nobody. */
export class ReportReader {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  private constructor(
    private readonly office: ReportOffice,
    private readonly mailbox: ReportMailbox,
    private readonly log: Log,
    /** Seconds between two visits. */
    private readonly every: number,
  ) {
    this.running = this.run();
  }

  /** @param every seconds between two visits */
  static start(office: ReportOffice, mailbox: ReportMailbox, log: Log, every: number): ReportReader {
    return new ReportReader(office, mailbox, log, every);
  }

  /** A message that is being put on record is finished; the others wait for the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.visit().catch((error: unknown) => {
        // The server's words may repeat an address; its code does not.
        const because = error instanceof Error ? error.name : 'unknown';
        this.log.warn({ because }, 'the mailbox of reports could not be read to its end; tried again');
      });
      await after(this.every * 1_000, undefined, { signal }).catch(() => undefined);
    }
  }

  private async visit(): Promise<void> {
    const counted: Partial<Record<Looked, number>> = {};
    const { taken, left } = await this.mailbox.visit(async (message): Promise<Taken> => {
      const looked = await takeReport(this.office, message);
      counted[looked] = (counted[looked] ?? 0) + 1;
      return isTaken(looked) ? 'taken' : 'left';
    });
    if (taken + left > 0) this.log.info(counted, 'the mailbox of reports was looked through');
  }
}
