import { Controller } from '@nestjs/common';
import {
  openingPreviewRoute,
  requestCommandRoutes,
  requestPreviewRoutes,
  requestRoutes,
  writingRequestVerbs,
  type AddRightBody,
  type BodyOf,
  type OpenEnquiry,
  type OpenRequest as OpenRequestBody,
  type ReadQuery,
  type WritingRequestVerb,
} from '@duly/api-contract';
import { requestVerbs, type RequestVerb } from '@duly/case';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { RequestCommandsGiven } from '../commands/request-commands.js';
import { successStatuses } from '../http-status.js';
import { AddRight } from '../opening/add-right.js';
import { OpenRequest } from '../opening/open-request.js';
import { PreviewOpening } from '../previews/preview-opening.js';
import { PreviewRequest } from '../previews/preview-request.js';
import { Body, Params, Query } from '../routing/checked.js';
import { serveGenerated, serveGeneratedQuestion, type Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { LookAlikeReads } from './look-alike-reads.js';
import { NamePeople } from './name-people.js';
import { RequestReads } from './request-reads.js';

/** Requests: opened, read, and given the commands that belong to all their cases. */
@Controller()
export class RequestsController {
  constructor(
    private readonly opening: OpenRequest,
    private readonly adding: AddRight,
    private readonly reads: RequestReads,
    private readonly lookAlikes: LookAlikeReads,
    private readonly people: NamePeople,
    readonly commands: RequestCommandsGiven,
    readonly previews: PreviewRequest,
    private readonly foretelling: PreviewOpening,
  ) {}

  @Serves(requestRoutes.openRequest, 'open requests')
  open(@TheCall() call: Call, @Body() body: OpenRequestBody): Promise<Answer> {
    return this.opening.open(call, body);
  }

  @Serves(openingPreviewRoute, 'open requests')
  async preview(@From() caller: Caller, @Body() body: OpenRequestBody): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.foretelling.of(caller, body) };
  }

  /** The same door: what may be a request is never lost for being doubted. */
  @Serves(requestRoutes.openEnquiry, 'open requests')
  hold(@TheCall() call: Call, @Body() body: OpenEnquiry): Promise<Answer> {
    return this.opening.open(call, body);
  }

  @Serves(requestRoutes.addRight, 'open requests')
  addRight(@TheCall() call: Call, @Params() { id }: Named, @Body() body: AddRightBody): Promise<Answer> {
    return this.adding.add(call, id, body);
  }

  @Serves(requestCommandRoutes['name-people'], 'work cases')
  namePeople(
    @TheCall() call: Call,
    @Params() { id }: Named,
    @Body() body: BodyOf<'name-people'>,
  ): Promise<Answer> {
    return this.people.name(call, id, body);
  }

  @Serves(requestRoutes.readRequest, 'read cases')
  one(@From() caller: Caller, @Params() { id }: Named, @Query() query: ReadQuery) {
    return this.reads.one(caller, id, query);
  }

  @Serves(requestRoutes.readLookAlikes, 'read cases')
  alike(@Params() { id }: Named) {
    return this.lookAlikes.of(id);
  }
}

/** `POST /v1/requests/{id}/ask-for-identity`, and so on for each verb of a request. */
function serveVerb(verb: RequestVerb): void {
  serveGenerated(RequestsController, requestCommandRoutes[verb], (controller, call, { id }, body) =>
    controller.commands.give(call, id, verb, body),
  );
}

// Who takes part goes to the vault first.
requestVerbs.filter(verb => verb !== 'name-people').forEach(serveVerb);

/** And beside each that writes letters, the question what it would send. */
function serveVerbPreview(verb: WritingRequestVerb): void {
  serveGeneratedQuestion(RequestsController, requestPreviewRoutes[verb], (controller, caller, { id }, body) =>
    controller.previews.of(caller, id, verb, body),
  );
}

writingRequestVerbs.forEach(serveVerbPreview);
