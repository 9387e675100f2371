import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { taskRoutes } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { byUrgency } from './by-urgency.js';

const whoseWork = ['mine', 'team', 'unclaimed', 'all'] as const;
type Whose = (typeof whoseWork)[number];
const isWhose = (word: string | undefined): word is Whose => whoseWork.some(one => one === word);

/** What to do next. */
@Controller()
export class MyWorkController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get('/')
  start(@SignedIn() { roles }: Session, @Res() reply: FastifyReply): void {
    const isAuditor = roles.includes('auditor');
    void reply.redirect(isAuditor ? '/cases' : '/my-work', 303);
  }

  @Get('/my-work')
  async work(
    @SignedIn() session: Session,
    @Query('whose') asked?: string,
    @Query('cursor') cursor?: string,
  ): Promise<string> {
    const whose = isWhose(asked) ? asked : 'mine';
    const query = { whose, limit: '50', cursor };
    const { tasks, next } = await this.api.read(session.token, taskRoutes.listTasks, { query });
    const today = this.today.date();
    const groups = byUrgency(tasks, today);
    return this.pages.show(session, 'my-work', { whose, whoseWork, groups, next, today, key: randomUUID() });
  }

  @Post('/my-work/:task/:what')
  async hand(
    @SignedIn() session: Session,
    @Param() { task: id, what }: { task: string; what: string },
    @Body() { key, whose }: { key: string; whose?: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const route = what === 'claim' ? taskRoutes.claimTask : taskRoutes.releaseTask;
    await this.api.give(session.token, route, { params: { id }, body: {}, key: `${key}-${what}` });
    await reply.redirect(`/my-work?whose=${isWhose(whose) ? whose : 'mine'}`, 303);
  }
}
