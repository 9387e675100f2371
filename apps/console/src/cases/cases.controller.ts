import { Controller, Get, Param, Query } from '@nestjs/common';
import { caseRoutes, listedStates } from '@duly/api-contract';
import { caseRights } from '@duly/case';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { clockPicture } from './clock-picture.js';
import { storyOf } from './story.js';

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

  @Get('/:id')
  async one(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Query('done') done?: string,
    @Query('atLeast') atLeast?: string,
  ): Promise<string> {
    await this.untilThere(session, id, atLeast);
    const read = <Part extends keyof typeof caseRoutes>(part: Part) =>
      this.api.read(session.token, caseRoutes[part], { params: { id } });
    const [view, clock, { letters }, timeline] = await Promise.all([
      read('readCase'),
      read('readClock'),
      read('readLetters'),
      read('readTimeline'),
    ]);
    const today = this.today.date();
    const picture = clockPicture(view, clock.clock, today);
    const story = storyOf(timeline);
    return this.pages.show(session, 'case', { view, clock, letters, story, picture, today, done });
  }

  /** What was just done is shown; where the register is behind for longer, the page as it stands is better than none. */
  private async untilThere(session: Session, id: string, atLeast: string | undefined): Promise<void> {
    if (atLeast === undefined || !/^\d{1,9}$/.test(atLeast)) return;
    try {
      await this.api.read(session.token, caseRoutes.readClock, { params: { id }, query: { atLeast } });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'not-yet-there') throw error;
    }
  }

  @Get('/:id/letters/:letter')
  async letter(
    @SignedIn() session: Session,
    @Param() { id, letter }: { id: string; letter: string },
  ): Promise<string> {
    const content = await this.api.read(session.token, caseRoutes.readLetter, { params: { id, letter } });
    return this.pages.show(session, 'letter', { id, content });
  }
}

function withoutEmpty(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
