import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { HookBody, HookChangeBody, HookRegistered, HooksView, HookView } from '@duly/api-contract';
import { isWrong, newHookSecret, targetOf } from '@duly/courier';
import { Register, type Hook } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import { noSuchHook, tooManyHooks, wrongUrl } from './hook-errors.js';
import { HookRules } from './hook-rules.js';
import { hookView } from './hook-view.js';

/** Each costs a row for each event. */
const most = 50;
const usualOverlap = 24;

/** The endpoints of other systems, and their secrets. */
@Injectable()
export class KeepHooks {
  constructor(
    private readonly calls: Calls,
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly rules: HookRules,
  ) {}

  async list(): Promise<HooksView> {
    return { hooks: (await this.register.hooks.list()).map(hookView) };
  }

  async read(hookId: string): Promise<HookView> {
    return hookView(await this.found(hookId));
  }

  /** @throws ApiError `no-such-hook` */
  async found(hookId: string): Promise<Hook> {
    const hook = await this.register.hooks.byId(hookId);
    if (!hook) throw noSuchHook;
    return hook;
  }

  async add(call: Call, { url, types = null }: HookBody): Promise<Answer> {
    const answer = await this.calls.once(
      call,
      { hookId: randomUUID() },
      async ({ work: { hookId }, staffId }) => {
        this.mustBeCallable(url);
        if ((await this.register.hooks.list()).filter(hook => hook.hookId !== hookId).length >= most)
          throw tooManyHooks(most);
        await this.register.hooks.register(
          { hookId, url, types, secret: await this.newSecret(hookId) },
          staffId,
        );
        return { status: successStatuses.ok, body: { id: hookId } };
      },
    );
    return this.withSecret(answer);
  }

  change(call: Call, hookId: string, body: HookChangeBody): Promise<Answer> {
    return this.changing(call, hookId, by => {
      if (body.url !== undefined) this.mustBeCallable(body.url);
      return this.register.hooks.change(hookId, body, by);
    });
  }

  disable(call: Call, hookId: string): Promise<Answer> {
    return this.changing(call, hookId, by => this.register.hooks.disable(hookId, by));
  }

  enable(call: Call, hookId: string): Promise<Answer> {
    return this.changing(call, hookId, by => this.register.hooks.enable(hookId, by));
  }

  remove(call: Call, hookId: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      if (!(await this.register.hooks.remove(hookId, staffId))) throw noSuchHook;
      return { status: successStatuses.ok, body: { id: hookId } };
    });
  }

  async rotate(call: Call, hookId: string, overlapHours = usualOverlap): Promise<Answer> {
    const answer = await this.calls.once(call, {}, async ({ staffId }) => {
      const secret = await this.newSecret(hookId);
      if (!(await this.register.hooks.rotate(hookId, secret, overlapHours, staffId))) throw noSuchHook;
      return { status: successStatuses.ok, body: { id: hookId } };
    });
    return this.withSecret(answer);
  }

  private changing(call: Call, hookId: string, change: (by: string) => Promise<boolean>): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.found(hookId);
      // Disabling twice, or enabling what is enabled, leaves it as it is.
      await change(staffId);
      return { status: successStatuses.ok, body: await this.read(hookId) };
    });
  }

  private newSecret(hookId: string): Promise<Buffer> {
    return this.vault.sealOwn('hook secret', hookId, newHookSecret());
  }

  /** The answer that is kept for repeated calls is without the secret, which is put in here and shown once. */
  private async withSecret(answer: Answer): Promise<Answer> {
    if (answer.status !== successStatuses.ok) return answer;
    const { id } = answer.body as { id: string };
    const sealed = await this.register.hooks.showSecret(id);
    const secret = sealed ? await this.vault.openOwn('hook secret', id, sealed) : null;
    return { status: answer.status, body: { id, secret } satisfies HookRegistered };
  }

  private mustBeCallable(url: string): void {
    const target = targetOf(url, this.rules.target);
    if (isWrong(target)) throw wrongUrl(target.wrong);
  }
}
