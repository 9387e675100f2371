import { Controller } from '@nestjs/common';
import {
  sourceRoutes,
  type HookRotateBody,
  type SourceBody,
  type SourceChangeBody,
} from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { KeepSources } from './keep-sources.js';

/** Teams, systems and processors that hold data about people. */
@Controller()
export class SourcesController {
  constructor(private readonly sources: KeepSources) {}

  @Serves(sourceRoutes.registerSource, 'keep sources')
  register(@TheCall() call: Call, @Body() body: SourceBody): Promise<Answer> {
    return this.sources.add(call, body);
  }

  @Serves(sourceRoutes.listSources, 'read sources')
  list() {
    return this.sources.list();
  }

  @Serves(sourceRoutes.readSource, 'read sources')
  read(@Params() { id }: Named) {
    return this.sources.read(id);
  }

  @Serves(sourceRoutes.changeSource, 'keep sources')
  change(@TheCall() call: Call, @Params() { id }: Named, @Body() body: SourceChangeBody): Promise<Answer> {
    return this.sources.change(call, id, body);
  }

  @Serves(sourceRoutes.rotateSourceSecret, 'keep sources')
  rotate(@TheCall() call: Call, @Params() { id }: Named, @Body() body: HookRotateBody): Promise<Answer> {
    return this.sources.rotate(call, id, body.overlapHours);
  }

  @Serves(sourceRoutes.removeSource, 'keep sources')
  remove(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.sources.remove(call, id);
  }
}
