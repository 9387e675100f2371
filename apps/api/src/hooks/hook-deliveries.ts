import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  HookDeliveries as HookDeliveriesView,
  HookDeliveriesQuery,
  HookPinged,
  HookReplayBody,
  HookReplayed,
} from '@duly/api-contract';
import { Register } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import { hookDisabled, noSuchDelivery } from './hook-errors.js';
import { deliveryView } from './hook-view.js';
import { KeepHooks } from './keep-hooks.js';

/** What became of each message to another system, and sending it again. */
@Injectable()
export class HookDeliveries {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly hooks: KeepHooks,
  ) {}

  async list(hookId: string, query: HookDeliveriesQuery): Promise<HookDeliveriesView> {
    await this.hooks.found(hookId);
    const { items, next = null } = await this.register.hookLog.list(hookId, query);
    const open = (sealed: Buffer) => this.vault.openOwn('hook excerpt', hookId, sealed);
    return { deliveries: await Promise.all(items.map(one => deliveryView(one, open))), next };
  }

  ping(call: Call, hookId: string): Promise<Answer> {
    return this.calls.once(call, { delivery: randomUUID() }, async ({ work: { delivery }, staffId }) => {
      await this.mustBeEnabled(hookId);
      await this.register.hookLog.ping(hookId, delivery, staffId);
      return { status: successStatuses.ok, body: { delivery } satisfies HookPinged };
    });
  }

  replayOne(call: Call, hookId: string, deliveryId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.mustBeEnabled(hookId);
      if (!(await this.register.hookLog.replay(hookId, deliveryId, staffId))) throw noSuchDelivery;
      return { status: successStatuses.ok, body: { messages: 1 } satisfies HookReplayed };
    });
  }

  replayRange(call: Call, hookId: string, { from, to, states }: HookReplayBody): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.mustBeEnabled(hookId);
      const range = { from, to, states: states ?? (['delivered', 'failed', 'held'] as const) };
      const messages = await this.register.hookLog.replayRange(hookId, range, staffId);
      return { status: successStatuses.ok, body: { messages } satisfies HookReplayed };
    });
  }

  private async mustBeEnabled(hookId: string): Promise<void> {
    const { disabledAt } = await this.hooks.found(hookId);
    if (disabledAt !== null) throw hookDisabled;
  }
}
