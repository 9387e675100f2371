import { Injectable } from '@nestjs/common';
import { Register } from '@duly/register';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';

type What = 'as-of' | 'story' | 'retold' | 'sample' | 'payloads';

/** Whoever examines is on record too: what they looked at, before they see it. */
@Injectable()
export class ViewsNoted {
  constructor(
    private readonly register: Register,
    private readonly staff: StaffOfCalls,
  ) {}

  async noted(
    caller: Caller,
    what: What,
    where: { readonly caseId?: string },
    more: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    const by = await this.staff.idOf(caller);
    const { caseId } = where;
    const found = caseId === undefined ? undefined : await this.register.cases.byId(caseId);
    const request = found?.kind === 'found' ? { requestId: found.found.requestId } : {};
    await this.register.record({ action: 'Examined', by, ...request, ...where, detail: { what, ...more } });
  }
}
