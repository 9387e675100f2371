import { Controller, StreamableFile } from '@nestjs/common';
import { incomingRoutes, type AcceptBody, type IncomingItemBody, type RejectBody } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { KeepIncoming } from './keep-incoming.js';

interface OneItem extends Named {
  readonly item: string;
}

/** Packages that other controllers sent, for whoever assesses them. */
@Controller()
export class IncomingController {
  constructor(private readonly incoming: KeepIncoming) {}

  @Serves(incomingRoutes.listIncoming, 'work cases')
  list() {
    return this.incoming.list();
  }

  @Serves(incomingRoutes.readIncoming, 'work cases')
  read(@From() caller: Caller, @Params() { id }: Named) {
    return this.incoming.read(caller, id);
  }

  @Serves(incomingRoutes.readIncomingItem, 'work cases')
  async content(@From() caller: Caller, @Params() { id, item }: OneItem): Promise<StreamableFile> {
    const { content, bytes } = await this.incoming.content(caller, id, item);
    // To be saved under an opaque name, and never run or shown by a browser.
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      length: bytes,
      disposition: `attachment; filename="${item}"`,
    });
  }

  @Serves(incomingRoutes.judgeIncomingItem, 'work cases')
  judge(
    @TheCall() call: Call,
    @Params() { id, item }: OneItem,
    @Body() body: IncomingItemBody,
  ): Promise<Answer> {
    return this.incoming.judge(call, id, item, body);
  }

  @Serves(incomingRoutes.acceptIncoming, 'work cases')
  accept(@TheCall() call: Call, @Params() { id }: Named, @Body() body: AcceptBody): Promise<Answer> {
    return this.incoming.accept(call, id, body);
  }

  @Serves(incomingRoutes.rejectIncoming, 'work cases')
  reject(@TheCall() call: Call, @Params() { id }: Named, @Body() body: RejectBody): Promise<Answer> {
    return this.incoming.reject(call, id, body);
  }
}
