import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseFilterView, CaseViewsView, KeepViewBody } from '@duly/api-contract';
import { mostViews, Register } from '@duly/register';
import type { Answer } from '../calls/answer.js';
import type { Call } from '../calls/call.js';
import { Calls } from '../calls/calls.js';
import { successStatuses } from '../http-status.js';
import { ApiError } from '../problem/api-error.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';

const tooMany = new ApiError('too-many-views', {
  detail: `You keep ${mostViews} views already.`,
  remedy: 'Remove one that you no longer need, then keep this one.',
});

/** Views of the list of cases: each is of one member of staff, and for their eyes alone. */
@Injectable()
export class KeepViews {
  constructor(
    private readonly register: Register,
    private readonly calls: Calls,
    private readonly staff: StaffOfCalls,
  ) {}

  async of(caller: Caller): Promise<CaseViewsView> {
    const views = await this.register.cases.views.of<CaseFilterView>(await this.staff.idOf(caller));
    return { views: views.map(({ viewId, title, filter }) => ({ id: viewId, title, filter })) };
  }

  /** @throws ApiError `too-many-views` */
  keep(call: Call, { title, filter }: KeepViewBody): Promise<Answer> {
    return this.calls.once(call, { viewId: randomUUID() }, async ({ staffId, work: { viewId } }) => {
      const id = await this.register.cases.views.keep(staffId, { viewId, title, filter });
      if (id === undefined) throw tooMany;
      return { status: successStatuses.ok, body: { id } };
    });
  }

  remove(call: Call, id: string): Promise<Answer> {
    return this.calls.once(call, {}, async ({ staffId }) => {
      await this.register.cases.views.remove(staffId, id);
      return { status: successStatuses.ok, body: { id } };
    });
  }
}
