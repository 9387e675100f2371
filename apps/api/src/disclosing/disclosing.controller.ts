import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  deliveryRoutes,
  packageRoutes,
  type DeliveryBody,
  type PostedBody,
  reviewRoutes,
  type FinishBody,
  type PackageBody,
  type RecordsQuery,
  type ReviewBody,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import { Body, Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import type { FastifyReply } from 'fastify';
import { KeepDeliveries } from './keep-deliveries.js';
import { KeepPackages } from './keep-packages.js';
import { Reviewing } from './reviewing.js';

interface OneItem extends Named {
  readonly item: string;
}
interface OneMark extends Named {
  readonly mark: string;
}
interface OnePackage extends Named {
  readonly package: string;
}

interface OneDelivery extends Named {
  readonly delivery: string;
}

/** The review of what was collected, and the packages made of it. */
@Controller()
export class DisclosingController {
  constructor(
    private readonly reviewing: Reviewing,
    private readonly packages: KeepPackages,
    private readonly deliveries: KeepDeliveries,
  ) {}

  @Serves(reviewRoutes.readReview, 'read cases')
  review(@From() caller: Caller, @Params() { id }: Named) {
    return this.reviewing.read(caller, id);
  }

  @Serves(reviewRoutes.readReviewRecords, 'work cases')
  records(@From() caller: Caller, @Params() { id, item }: OneItem, @Query() query: RecordsQuery) {
    return this.reviewing.records(caller, id, item, query);
  }

  @Serves(reviewRoutes.markReviewItem, 'work cases')
  mark(@TheCall() call: Call, @Params() { id, item }: OneItem, @Body() body: ReviewBody): Promise<Answer> {
    return this.reviewing.mark(call, id, item, body);
  }

  @Serves(reviewRoutes.takeBackReviewMark, 'work cases')
  takeBack(@TheCall() call: Call, @Params() { id, mark }: OneMark): Promise<Answer> {
    return this.reviewing.takeBack(call, id, mark);
  }

  @Serves(reviewRoutes.finishReview, 'work cases')
  finish(@TheCall() call: Call, @Params() { id }: Named, @Body() body: FinishBody): Promise<Answer> {
    return this.reviewing.finish(call, id, body);
  }

  @Serves(packageRoutes.buildPackage, 'work cases')
  build(@TheCall() call: Call, @Params() { id }: Named, @Body() body: PackageBody): Promise<Answer> {
    return this.packages.build(call, id, body);
  }

  @Serves(packageRoutes.readPackage, 'read cases')
  read(@Params() { id }: Named) {
    return this.packages.read(id);
  }

  @Serves(packageRoutes.downloadPackage, 'work cases')
  async content(
    @From() caller: Caller,
    @Params() { id, package: made }: OnePackage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { content, bytes } = await this.packages.download(caller, id, made);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(content, {
      type: 'application/zip',
      length: bytes,
      disposition: 'attachment; filename="package.zip"',
    });
  }

  @Serves(packageRoutes.showPackagePassword, 'work cases')
  async password(@From() caller: Caller, @Params() { id, package: made }: OnePackage): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.packages.password(caller, id, made) };
  }

  @Serves(deliveryRoutes.prepareDelivery, 'work cases')
  prepare(@TheCall() call: Call, @Params() { id }: Named, @Body() body: DeliveryBody): Promise<Answer> {
    return this.deliveries.prepare(call, id, body);
  }

  @Serves(deliveryRoutes.beginTransfer, 'work cases')
  transfer(@TheCall() call: Call, @Params() { id, delivery }: OneDelivery): Promise<Answer> {
    return this.deliveries.transfer(call, id, delivery);
  }

  @Serves(deliveryRoutes.readDeliveries, 'read cases')
  readDeliveries(@Params() { id }: Named) {
    return this.deliveries.read(id);
  }

  @Serves(deliveryRoutes.renewDelivery, 'work cases')
  renew(@TheCall() call: Call, @Params() { id, delivery }: OneDelivery): Promise<Answer> {
    return this.deliveries.renew(call, id, delivery);
  }

  @Serves(deliveryRoutes.showDeliveryCode, 'work cases')
  async code(@From() caller: Caller, @Params() { id, delivery }: OneDelivery): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.deliveries.code(caller, id, delivery) };
  }

  @Serves(deliveryRoutes.recordPosted, 'work cases')
  posted(
    @TheCall() call: Call,
    @Params() { id, delivery }: OneDelivery,
    @Body() body: PostedBody,
  ): Promise<Answer> {
    return this.deliveries.posted(call, id, delivery, body);
  }

  @Serves(deliveryRoutes.readDeliveryLabel, 'work cases')
  async label(
    @From() caller: Caller,
    @Params() { id, delivery }: OneDelivery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.type('text/plain; charset=utf-8');
    return this.deliveries.label(caller, id, delivery);
  }
}
