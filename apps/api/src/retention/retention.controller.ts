import { Controller } from '@nestjs/common';
import {
  retentionRoutes,
  type DueQuery,
  type ErasureBody,
  type HoldBody,
  type LiftBody,
  type RetentionBody,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { KeepRetention } from './keep-retention.js';
import { PlanErasures } from './plan-erasures.js';
import { ReadCertificate } from './read-certificate.js';

interface OneHold extends Named {
  readonly hold: string;
}

/** How long things are kept, what holds them, and how they are erased. */
@Controller()
export class RetentionController {
  constructor(
    private readonly retention: KeepRetention,
    private readonly erasures: PlanErasures,
    private readonly certificates: ReadCertificate,
  ) {}

  @Serves(retentionRoutes.readRetention, 'read retention')
  read() {
    return this.retention.schedules();
  }

  @Serves(retentionRoutes.putRetention, 'keep retention')
  put(@TheCall() call: Call, @Body() body: RetentionBody): Promise<Answer> {
    return this.retention.put(call, body);
  }

  @Serves(retentionRoutes.listDue, 'read retention')
  due(@Query() query: DueQuery) {
    return this.retention.due(query);
  }

  @Serves(retentionRoutes.listHolds, 'read cases')
  holds(@From() caller: Caller, @Params() { id }: Named) {
    return this.retention.holds(caller, id);
  }

  @Serves(retentionRoutes.placeHold, 'place holds')
  place(@TheCall() call: Call, @Params() { id }: Named, @Body() body: HoldBody): Promise<Answer> {
    return this.retention.placeHold(call, id, body);
  }

  @Serves(retentionRoutes.liftHold, 'plan erasures')
  lift(@TheCall() call: Call, @Params() { id, hold }: OneHold, @Body() body: LiftBody): Promise<Answer> {
    return this.retention.liftHold(call, id, hold, body);
  }

  @Serves(retentionRoutes.tryErasure, 'plan erasures')
  async try(@Body() body: ErasureBody): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.erasures.try(body) };
  }

  @Serves(retentionRoutes.proposeErasure, 'plan erasures')
  propose(@TheCall() call: Call, @Body() body: ErasureBody): Promise<Answer> {
    return this.erasures.propose(call, body);
  }

  @Serves(retentionRoutes.listErasures, 'read retention')
  list() {
    return this.erasures.list();
  }

  @Serves(retentionRoutes.readErasure, 'read retention')
  readErasure(@Params() { id }: Named) {
    return this.erasures.read(id);
  }

  @Serves(retentionRoutes.approveErasure, 'approve erasures')
  approve(@TheCall() call: Call, @Params() { id }: Named, @Body() _nothing: object): Promise<Answer> {
    return this.erasures.decide(call, id, 'approved');
  }

  @Serves(retentionRoutes.rejectErasure, 'approve erasures')
  reject(@TheCall() call: Call, @Params() { id }: Named, @Body() _nothing: object): Promise<Answer> {
    return this.erasures.decide(call, id, 'rejected');
  }

  @Serves(retentionRoutes.readCertificate, 'read retention')
  certificate(@Params() { id }: Named) {
    return this.certificates.of(id);
  }
}
