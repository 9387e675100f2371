import { TreeDoesNotGoOn, type HeadSigner, type Register } from '@duly/register';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';
import type { AlarmPost } from './alarm-post.js';
import type { HeadPlace } from './head-places.js';

/** Looks so often, in milliseconds. */
const pause = 1_000;
const atOnce = 20;

export interface Keeping {
  readonly register: Register;
  readonly signer: HeadSigner;
  readonly places: readonly HeadPlace[];
  readonly alarms: AlarmPost;
  /** Seconds between two signed heads, where there is something new. */
  readonly every: number;
  readonly log: Log;
}

/**
 * Gives the entries of the audit log their places in its tree, signs heads of it at intervals and publishes them. Every worker may do
 * so at once: one lock lets the tree grow in one place at a time.
 */
export class AuditKeeping {
  private constructor(private readonly keeping: Keeping) {}

  static start(keeping: Keeping): Rounds {
    const one = new AuditKeeping(keeping);
    const words = 'the audit log could not be kept';
    return Rounds.start({ look: () => one.keep(), pause, words, log: keeping.log });
  }

  /** What fails here holds up nothing else: the entries wait, and an alarm tells of it. */
  private async keep(): Promise<void> {
    const { register, log } = this.keeping;
    try {
      await register.auditTree.grow();
      await this.signWhenDue();
    } catch (error) {
      const level = error instanceof TreeDoesNotGoOn ? 'error' : 'warn';
      log[level]({ err: error }, 'the tree of the audit log could not be kept; tried again');
    }
    await this.publish();
    await this.keeping.alarms
      .look()
      .catch((error: unknown) => log.warn({ err: error }, 'the alarms could not be looked at; tried again'));
  }

  private async signWhenDue(): Promise<void> {
    const { register, signer, every } = this.keeping;
    const latest = await register.auditHeads.latest();
    if (latest && Date.parse(latest.signedAt) + every * 1_000 > Date.now()) return;
    const { size } = await register.auditTree.at();
    if (size > (latest?.size ?? 0)) await register.auditHeads.sign(signer);
  }

  private async publish(): Promise<void> {
    const { register, places, log } = this.keeping;
    for (const place of places) {
      try {
        for (const head of await register.auditHeads.toPublish(place.name, atOnce)) {
          await place.put(head);
          await register.auditHeads.published(head, place.name);
        }
      } catch (error) {
        log.warn({ err: error, place: place.name }, 'a tree head was not published; tried again');
      }
    }
  }
}
