import { Controller, Headers } from '@nestjs/common';
import { codecRoutes, type PayloadsToOpen } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { Body } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { OpenPayloads } from './open-payloads.js';

/** For Temporal's web UI and command line, whose users see what a case was given and asked for. */
@Controller()
export class CodecController {
  constructor(private readonly opening: OpenPayloads) {}

  @Serves(codecRoutes.decodePayloads, 'audit cases')
  async decode(
    @From() caller: Caller,
    @Body() body: PayloadsToOpen,
    @Headers('x-namespace') namespace: string | undefined,
  ): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.opening.open(caller, body, namespace) };
  }
}
