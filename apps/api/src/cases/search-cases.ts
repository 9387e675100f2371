import { Injectable } from '@nestjs/common';
import type { CaseFinds, CaseSearchBody } from '@duly/api-contract';
import { Register } from '@duly/register';
import { Vault } from '@duly/vault';
import { soughtBy } from '../opening/sought-names.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { CaseReads } from './case-reads.js';

/** Finds cases by the name of whoever takes part. The name is hashed and forgotten: no log, address or table holds it. */
@Injectable()
export class SearchCases {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly reads: CaseReads,
    private readonly staff: StaffOfCalls,
  ) {}

  async byName(caller: Caller, { name, filter = {}, limit, cursor }: CaseSearchBody): Promise<CaseFinds> {
    const named = await soughtBy(name, this.vault);
    if (named === undefined) return { cases: [], names: {}, next: null, isCut: false };
    const [page, isCut] = await Promise.all([
      this.reads.page(
        filter,
        { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) },
        named,
      ),
      this.register.cases.areTooMany(named),
    ]);
    // That somebody has made a request is itself told by the answer (R34).
    await this.register.record({
      action: 'PersonalDataRead',
      by: await this.staff.idOf(caller),
      detail: { what: 'search by name', found: page.cases.length },
    });
    return { ...page, isCut };
  }
}
