import { randomBytes } from 'node:crypto';
import { Controller, Headers, Res } from '@nestjs/common';
import {
  csvContentType,
  examiningRoutes,
  sampleCsv,
  type AsOfQuery,
  type SampledCase,
  type SampleQuery,
  type SampleView,
} from '@duly/api-contract';
import { Register, type RegisteredCase } from '@duly/register';
import type { FastifyReply } from 'fastify';
import { Params, Query } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { prefersCsv } from '../statistics/prefers-csv.js';
import { CaseHistory } from './case-history.js';
import { Retell } from './retell.js';
import { TellStory } from './tell-story.js';
import { ViewsNoted } from './views-noted.js';

const usual = 40;

const sampled = (found: RegisteredCase): SampledCase => ({
  id: found.caseId,
  reference: found.reference,
  right: found.right,
  receivedOn: found.receivedOn,
  dueDate: found.dueDate,
  closedOn: found.closedOn,
  outcome: found.outcome,
  inTime: found.inTime,
  extension: found.extension,
  handler: found.handler,
  team: found.team,
});

/** What an auditor asks of a case, and of many. */
@Controller()
export class ExaminingController {
  constructor(
    private readonly register: Register,
    private readonly history: CaseHistory,
    private readonly stories: TellStory,
    private readonly retelling: Retell,
    private readonly views: ViewsNoted,
  ) {}

  @Serves(examiningRoutes.readCaseAsOf, 'read cases')
  async asOf(@From() caller: Caller, @Params() { id }: Named, @Query() query: AsOfQuery) {
    const view = await this.history.asOf(id, query);
    await this.views.noted(caller, 'as-of', { caseId: id });
    return view;
  }

  @Serves(examiningRoutes.readStory, 'audit cases')
  async story(@From() caller: Caller, @Params() { id }: Named) {
    const view = await this.stories.of(caller, id);
    await this.views.noted(caller, 'story', { caseId: id });
    return view;
  }

  @Serves(examiningRoutes.readRetold, 'audit cases')
  async retold(@From() caller: Caller, @Params() { id }: Named) {
    const view = await this.retelling.of(id);
    await this.views.noted(caller, 'retold', { caseId: id });
    return view;
  }

  @Serves(examiningRoutes.drawSample, 'audit cases')
  async sample(
    @From() caller: Caller,
    @Query() { size = usual, seed = randomBytes(8).toString('hex'), late, ...asked }: SampleQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SampleView | string> {
    const isLate = late === undefined ? {} : { isLate: late === 'true' };
    const { population, cases } = await this.register.sample({ size, seed, ...isLate, ...asked });
    const view = { seed, population, cases: cases.map(sampled) };
    await this.views.noted(caller, 'sample', {}, { seed, size, population });
    void reply.header('vary', 'Accept');
    if (!prefersCsv(accept)) return view;
    void reply.type(`${csvContentType}; charset=utf-8; header=present`);
    return sampleCsv(view);
  }
}
