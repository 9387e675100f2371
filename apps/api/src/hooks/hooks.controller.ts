import { Controller } from '@nestjs/common';
import {
  hookRoutes,
  type HookBody,
  type HookChangeBody,
  type HookDeliveriesQuery,
  type HookReplayBody,
  type HookRotateBody,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { HookDeliveries } from './hook-deliveries.js';
import { KeepHooks } from './keep-hooks.js';

interface OneDelivery extends Named {
  readonly delivery: string;
}

/** Other systems that are told what happens in cases. */
@Controller()
export class HooksController {
  constructor(
    private readonly hooks: KeepHooks,
    private readonly deliveries: HookDeliveries,
  ) {}

  @Serves(hookRoutes.registerHook, 'keep hooks')
  register(@TheCall() call: Call, @Body() body: HookBody): Promise<Answer> {
    return this.hooks.add(call, body);
  }

  @Serves(hookRoutes.listHooks, 'read hooks')
  list() {
    return this.hooks.list();
  }

  @Serves(hookRoutes.readHook, 'read hooks')
  read(@Params() { id }: Named) {
    return this.hooks.read(id);
  }

  @Serves(hookRoutes.changeHook, 'keep hooks')
  change(@TheCall() call: Call, @Params() { id }: Named, @Body() body: HookChangeBody): Promise<Answer> {
    return this.hooks.change(call, id, body);
  }

  @Serves(hookRoutes.disableHook, 'keep hooks')
  disable(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.hooks.disable(call, id);
  }

  @Serves(hookRoutes.enableHook, 'keep hooks')
  enable(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.hooks.enable(call, id);
  }

  @Serves(hookRoutes.removeHook, 'keep hooks')
  remove(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.hooks.remove(call, id);
  }

  @Serves(hookRoutes.rotateHookSecret, 'keep hooks')
  rotate(@TheCall() call: Call, @Params() { id }: Named, @Body() body: HookRotateBody): Promise<Answer> {
    return this.hooks.rotate(call, id, body.overlapHours);
  }

  @Serves(hookRoutes.pingHook, 'keep hooks')
  ping(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.deliveries.ping(call, id);
  }

  @Serves(hookRoutes.listHookDeliveries, 'read hooks')
  log(@Params() { id }: Named, @Query() query: HookDeliveriesQuery) {
    return this.deliveries.list(id, query);
  }

  @Serves(hookRoutes.replayHookDelivery, 'keep hooks')
  replayOne(@TheCall() call: Call, @Params() { id, delivery }: OneDelivery): Promise<Answer> {
    return this.deliveries.replayOne(call, id, delivery);
  }

  @Serves(hookRoutes.replayHook, 'keep hooks')
  replay(@TheCall() call: Call, @Params() { id }: Named, @Body() body: HookReplayBody): Promise<Answer> {
    return this.deliveries.replayRange(call, id, body);
  }
}
