import { Controller } from '@nestjs/common';
import { suppressionRoutes, type AddSuppression, type CheckSuppression } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import { Body } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { SuppressionList } from './suppression-list.js';

/** What the system that sends marketing asks before it sends. */
@Controller()
export class SuppressionsController {
  constructor(private readonly suppressions: SuppressionList) {}

  @Serves(suppressionRoutes.checkSuppression, 'check suppressions')
  async check(@Body() asked: CheckSuppression): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.suppressions.check(asked) };
  }

  @Serves(suppressionRoutes.addSuppression, 'work cases')
  add(@TheCall() call: Call, @Body() body: AddSuppression): Promise<Answer> {
    return this.suppressions.add(call, body);
  }
}
