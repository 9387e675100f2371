import { Controller, Get, Query } from '@nestjs/common';
import { caseRoutes, listedStates } from '@duly/api-contract';
import { caseRights } from '@duly/case';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';

type Filters = Readonly<Partial<Record<'state' | 'right' | 'alarm' | 'reference' | 'cursor', string>>>;

@Controller('/cases')
export class CasesController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get()
  async list(@SignedIn() session: Session, @Query() filters: Filters): Promise<string> {
    const { state, right, alarm, reference, cursor } = filters;
    const query = { state: state ?? 'open', right, alarm, reference: reference?.trim(), cursor, limit: '50' };
    const { cases, next } = await this.api.read(session.token, caseRoutes.listCases, { query });
    const older = next === null ? undefined : new URLSearchParams({ ...withoutEmpty(query), cursor: next });
    return this.pages.show(session, 'cases', {
      cases,
      query,
      next: older?.toString(),
      today: this.today.date(),
      states: listedStates,
      rights: caseRights,
    });
  }
}

function withoutEmpty(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
