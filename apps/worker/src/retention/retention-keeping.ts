import { removePersonalRows, warningDue, type Retained } from '@duly/register';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';
import { eraseRequest, type ErasingRoom } from './erase-request.js';
import type { WarningPost } from './warning-post.js';

/** Looks for approved erasures so often, in milliseconds. */
const pause = 1_000;
const atOnce = 20;
/** Requests looked at in one page of a sweep. */
const page = 200;

/**
 * Warns of what falls due, carries out what was approved, and sees to it that destroyed keys stay destroyed. Every step is kept in the
 * register and may be repeated, so any worker goes on where another died.
 */
export class RetentionKeeping {
  private sweptAt = -Infinity;

  private constructor(
    private readonly room: ErasingRoom,
    private readonly post: WarningPost,
    /** Seconds between two sweeps. */
    private readonly every: number,
    private readonly log: Log,
  ) {}

  static start(room: ErasingRoom, post: WarningPost, every: number, log: Log): Rounds {
    const keeping = new RetentionKeeping(room, post, every, log);
    const words = 'what is to be erased could not be looked after';
    return Rounds.start({ look: stopping => keeping.look(stopping), pause, words, log });
  }

  private async look(stopping: AbortSignal): Promise<void> {
    await this.safely('what was approved could not be erased', () => this.erase(stopping));
    if (performance.now() - this.sweptAt >= this.every * 1_000) {
      this.sweptAt = performance.now();
      await this.safely('what falls due could not be looked for', () => this.warn());
      await this.safely('erased keys could not be looked after', () => this.keepDestroyed(stopping));
    }
    await this.safely('warnings could not be sent', () => this.post.send());
  }

  private async safely(what: string, work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => this.log.warn({ err: error }, `${what}; tried again`));
  }

  private async erase(stopping: AbortSignal): Promise<void> {
    for (const one of await this.room.register.erasures.toDo(atOnce)) {
      if (stopping.aborted) return;
      await this.safely(`request ${one.requestId} was not erased`, () => eraseRequest(this.room, one));
    }
  }

  /** What is left when a page is full comes at the next sweep: those that were warned have left it. */
  private async warn(): Promise<void> {
    const { leads, register } = this.room;
    for (const one of await register.retention.toWarn(leads[0], page)) await this.warnOf(one);
  }

  private async warnOf(one: Retained): Promise<void> {
    const { dueOn, today, warned } = one;
    if (dueOn === null) return;
    const number = warningDue(dueOn, today, warned, this.room.leads);
    if (number === undefined) return;
    if ((await this.room.register.retentionWarnings.note(one, number)) === 0)
      this.log.error(
        { requestId: one.requestId },
        'nobody is there to be warned of an erasure: no manager has an address',
      );
  }

  /** A backup of the keys that is restored brings destroyed ones back, and one of the register the rows. */
  private async keepDestroyed(stopping: AbortSignal): Promise<void> {
    const { register, vault } = this.room;
    for (let last: string | undefined; ;) {
      const erased = await register.certificates.erased(page, last);
      for (const requestId of await vault.withKeys(erased)) {
        const keys = await vault.destroyKeys(requestId);
        await removePersonalRows(register.database, requestId);
        await register.record({
          action: 'KeysDestroyedAgain',
          by: 'time',
          requestId,
          detail: { keys: keys.length },
        });
        this.log.error(
          { requestId },
          'the keys of an erased request were back, as after a restore; they are destroyed again',
        );
      }
      last = erased.at(-1);
      if (erased.length < page || stopping.aborted) return;
    }
  }
}
