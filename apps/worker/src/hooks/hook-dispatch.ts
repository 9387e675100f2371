import { signatureHeaders, type Courier } from '@duly/courier';
import type { HookMessage, HookOutcome, Register } from '@duly/register';
import type { Vault } from '@duly/vault';
import type { Log } from '../log/log.js';
import { Rounds } from '../rounds.js';
import { excerptOf, hookOutcome } from './hook-outcome.js';

/** Looks so often, in milliseconds; so many tries are under way at once, and so many of them for one endpoint. */
const pause = 500;
const atOnce = 16;
const perHook = 4;
/** How often what is old leaves the log, in milliseconds. */
const sweepEvery = 3_600_000;

export interface HookDispatchOptions {
  readonly register: Register;
  readonly vault: Vault;
  readonly courier: Courier;
  readonly log: Log;
  /** For an answer, seconds; the lease is longer. */
  readonly timeout: number;
  /** Seconds. */
  readonly giveUpAfter: number;
  readonly logRetention: number;
  /** Told of each try, for counting. */
  readonly tried?: (outcome: HookOutcome['kind']) => void;
}

/** Longer than a try by so many seconds: then whoever had it is dead. */
const leaseBeyond = 5;

/** Tells other systems what the register keeps for them: at least once, always under the same id. */
export class HookDispatch {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly ofHook = new Map<string, number>();
  private readonly rounds: Rounds;
  private sweptAt = 0;

  private constructor(private readonly options: HookDispatchOptions) {
    const words = 'the messages to other systems could not be looked up';
    this.rounds = Rounds.start({ look: () => this.takeWhatIsDue(), pause, words, log: options.log });
  }

  static start(options: HookDispatchOptions): HookDispatch {
    return new HookDispatch(options);
  }

  /** What is under way ends; what waits is sent after the next start. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all(this.underWay.values());
  }

  private async takeWhatIsDue(): Promise<'more' | undefined> {
    const { hookPost } = this.options.register;
    await this.sweep();
    const most = atOnce - this.underWay.size;
    if (most <= 0) return undefined;
    const busy = [...this.ofHook].filter(([, many]) => many >= perHook).map(([hookId]) => hookId);
    const lease = this.options.timeout + leaseBeyond;
    const messages = await hookPost.take({ most, perHook, busy, lease });
    for (const message of messages) this.begin(message);
    return messages.length === 0 ? undefined : 'more';
  }

  private begin(message: HookMessage): void {
    const { claim, deliveryId, hookId } = message;
    const key = `${claim} ${deliveryId}`;
    const count = (by: number) => this.ofHook.set(hookId, (this.ofHook.get(hookId) ?? 0) + by);
    count(1);
    const sent = this.send(message)
      .catch((error: unknown) => {
        // Its lease runs out, and it comes round again. Other words of an error may quote what was sent.
        const because = error instanceof Error ? error.name : 'unknown';
        this.options.log.warn(
          { deliveryId, because },
          'a message to another system was not settled, and is tried again',
        );
      })
      .finally(() => {
        this.underWay.delete(key);
        if ((count(-1).get(hookId) ?? 0) <= 0) this.ofHook.delete(hookId);
      });
    this.underWay.set(key, sent);
  }

  private async send(message: HookMessage): Promise<void> {
    const { register, vault, courier, log, giveUpAfter } = this.options;
    const { deliveryId, hookId, url, payload, tries } = message;
    const secrets = await Promise.all(message.secrets.map(one => vault.openOwn('hook secret', hookId, one)));
    const at = new Date();
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Duly',
      ...signatureHeaders({ id: `msg_${deliveryId}`, at, body: payload }, secrets),
    };
    const called = await courier.call({ url, headers, body: payload });
    const excerpt = excerptOf(called, payload);
    const attempt = {
      at: at.toISOString(),
      milliseconds: called.milliseconds,
      status: called.kind === 'answered' ? called.status : null,
      because: called.kind === 'failed' ? called.because : null,
      excerpt: excerpt === null ? null : await vault.sealOwn('hook excerpt', hookId, excerpt),
    };
    const outcome = hookOutcome(called, tries, Math.random());
    const disabled = await register.hookPost.settle(message, attempt, outcome, giveUpAfter);
    this.options.tried?.(outcome.kind);
    if (disabled)
      log.error(
        { hookId, because: disabled },
        'an endpoint of another system was disabled; see GET /v1/hooks',
      );
  }

  private async sweep(): Promise<void> {
    if (Date.now() - this.sweptAt < sweepEvery) return;
    this.sweptAt = Date.now();
    await this.options.register.hookPost.sweep(this.options.logRetention);
  }
}
