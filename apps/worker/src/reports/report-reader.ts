import { readReport, unpacked, type NoReport, type ReportMailbox, type Taken } from '@duly/mail';
import { recordReport, type Recorded, type Register } from '@duly/register';
import type { Vault } from '@duly/vault';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';

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
  private constructor(
    private readonly office: ReportOffice,
    private readonly mailbox: ReportMailbox,
    private readonly log: Log,
  ) {}

  /** @param every seconds between two visits */
  static start(office: ReportOffice, mailbox: ReportMailbox, log: Log, every: number): Rounds {
    const reader = new ReportReader(office, mailbox, log);
    const words = 'the mailbox of reports could not be read to its end';
    return Rounds.start({ look: () => reader.visit(), pause: every * 1_000, words, log });
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
