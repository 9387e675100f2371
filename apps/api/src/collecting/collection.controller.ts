import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { collectionRoutes, type SetAsideBody, type SourceAnswerBody } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { uploadCall } from '../documents/case-documents.js';
import { TakeUploads } from '../documents/take-uploads.js';
import { Uploaded, type Upload } from '../documents/upload.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { EraseAtSources } from './erase-at-sources.js';
import { CollectCase, type PlaceOfAsk } from './collect-case.js';

interface PlaceOfEntity extends PlaceOfAsk {
  readonly entity: string;
}

/** What the sources are asked about a case, and what people answer for them. */
@Controller()
export class CollectionController {
  constructor(
    private readonly collecting: CollectCase,
    private readonly erasing: EraseAtSources,
    private readonly uploads: TakeUploads,
    private readonly calls: Calls,
  ) {}

  @Serves(collectionRoutes.collectCase, 'work cases')
  collect(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.collecting.begin(call, id);
  }

  @Serves(collectionRoutes.eraseAtSources, 'work cases')
  erase(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.erasing.begin(call, id);
  }

  @Serves(collectionRoutes.approveErasureAtSources, 'approve steps')
  approve(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.erasing.approve(call, id);
  }

  @Serves(collectionRoutes.readSourcesOfCase, 'read cases')
  read(@From() caller: Caller, @Params() { id }: Named) {
    return this.collecting.read(caller, id);
  }

  @Serves(collectionRoutes.sendRecordsOfSource, 'work cases')
  async records(
    @TheCall() call: Call,
    @Params() place: PlaceOfEntity,
    @Uploaded() upload: Upload,
  ): Promise<Answer> {
    const ask = await this.collecting.found(place);
    return this.calls.once(uploadCall(call, upload), { id: randomUUID() }, async ({ work, staffId: by }) => ({
      status: successStatuses.ok,
      body: await this.uploads.records({ ask, entityName: place.entity, by, id: work.id }, upload),
    }));
  }

  @Serves(collectionRoutes.sendDocumentOfSource, 'work cases')
  async document(
    @TheCall() call: Call,
    @Params() place: PlaceOfAsk,
    @Uploaded() upload: Upload,
  ): Promise<Answer> {
    const ask = await this.collecting.found(place);
    return this.calls.once(uploadCall(call, upload), { id: randomUUID() }, async ({ work, staffId: by }) => ({
      status: successStatuses.ok,
      body: await this.uploads.original(ask, by, upload, work.id),
    }));
  }

  @Serves(collectionRoutes.answerForSource, 'work cases')
  answer(
    @TheCall() call: Call,
    @Params() place: PlaceOfAsk,
    @Body() body: SourceAnswerBody,
  ): Promise<Answer> {
    return this.collecting.answer(call, place, body);
  }

  @Serves(collectionRoutes.setSourceAside, 'work cases')
  setAside(
    @TheCall() call: Call,
    @Params() place: PlaceOfAsk,
    @Body() { reasons }: SetAsideBody,
  ): Promise<Answer> {
    return this.collecting.setAside(call, place, reasons);
  }

  @Serves(collectionRoutes.askSourceAgain, 'work cases')
  askAgain(@TheCall() call: Call, @Params() place: PlaceOfAsk): Promise<Answer> {
    return this.collecting.askAgain(call, place);
  }
}
