import { momentAt } from '@duly/letters';
import { TryAgain } from '@duly/mail';
import type { StaffLetterDue, StaffPace } from '@duly/register';
import type { CaseTime } from './activities/attempt-time.js';
import { sendLetter, type PostRoom } from './activities/send-letter.js';
import type { DigestPost } from './digest-post.js';
import type { Log } from './log/log.js';
import { Rounds } from './rounds.js';

/** Looks so often, in milliseconds, and takes so many at once. */
const pause = 1_000;
const atOnce = 8;

/** A case whose clock was wound is written to by its own time. */
const timeOf =
  ({ clockAheadMs }: StaffLetterDue): CaseTime =>
  () =>
    momentAt(Date.now() + clockAheadMs);

/**
 * Sends the letters to staff. The case decides the moment and the register keeps the letter in the same transaction; no case waits for
 * one, and none is sent twice: every try takes the letter's lease, as any other letter's does.
 */
export class StaffPost {
  private constructor(
    private readonly room: PostRoom,
    private readonly log: Log,
    private readonly pace: StaffPace,
    private readonly digests: DigestPost | undefined,
  ) {}

  static start(room: PostRoom, log: Log, pace: StaffPace = {}, digests?: DigestPost): Rounds {
    const post = new StaffPost(room, log, pace, digests);
    const words = 'the letters to staff could not be looked up';
    return Rounds.start({ look: () => post.sendWhatIsDue(), pause, words, log });
  }

  private async sendWhatIsDue(): Promise<'more' | undefined> {
    await this.digests?.sendWhatIsDue();
    const due = await this.room.register.staffLetters.take(atOnce, this.pace);
    await Promise.all(due.map(letter => this.send(letter)));
    return due.length < atOnce ? undefined : 'more';
  }

  private async send(due: StaffLetterDue): Promise<void> {
    const { letterId } = due.order;
    const { letters, staffLetters } = this.room.register;
    try {
      const isSent = due.isNeeded || !(await letters.notNeeded(letterId, timeOf(due)()));
      if (isSent) await sendLetter(due.order, this.room, timeOf(due));
      else this.room.settled?.(due.order.kind, 'not-needed');
      await staffLetters.done(letterId);
    } catch (error) {
      // Other errors may repeat what a letter says; their name is enough to look further.
      const because =
        error instanceof TryAgain ? error.because : error instanceof Error ? error.name : 'unknown';
      this.log.warn({ letterId, because }, 'a letter to staff was not sent, and is tried again');
    }
  }
}
