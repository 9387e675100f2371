import { Controller } from '@nestjs/common';
import { findingRoutes, type CaseSearchBody, type KeepViewBody } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { KeepViews } from './keep-views.js';
import { SearchCases } from './search-cases.js';

/** Cases found again: by the name of whoever takes part, and by views that somebody keeps. */
@Controller()
export class FindingController {
  constructor(
    private readonly search: SearchCases,
    private readonly views: KeepViews,
  ) {}

  @Serves(findingRoutes.searchCases, 'read cases')
  async searchCases(@From() caller: Caller, @Body() body: CaseSearchBody): Promise<Answer> {
    return { status: successStatuses.ok, body: await this.search.byName(caller, body) };
  }

  @Serves(findingRoutes.listCaseViews, 'read cases')
  list(@From() caller: Caller) {
    return this.views.of(caller);
  }

  @Serves(findingRoutes.keepCaseView, 'read cases')
  keep(@TheCall() call: Call, @Body() body: KeepViewBody): Promise<Answer> {
    return this.views.keep(call, body);
  }

  @Serves(findingRoutes.removeCaseView, 'read cases')
  remove(@TheCall() call: Call, @Params() { id }: Named, @Body() _body: object): Promise<Answer> {
    return this.views.remove(call, id);
  }
}
