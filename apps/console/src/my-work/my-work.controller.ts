import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { taskRoutes } from '@duly/api-contract';
import { taskKinds, type TaskKind } from '@duly/case';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { byUrgency } from './by-urgency.js';

const whoseWork = ['mine', 'team', 'unclaimed', 'all'] as const;
type Whose = (typeof whoseWork)[number];
/** The kind of work that a form or an address names; undefined for every kind. */
export const kindFrom = (word: unknown): TaskKind | undefined => taskKinds.find(one => one === word);
export const whoseFrom = (word: unknown): Whose => whoseWork.find(one => one === word) ?? 'mine';

interface Shown {
  readonly whose: Whose;
  /** Of one kind alone. */
  readonly kind?: TaskKind | undefined;
  readonly cursor?: string | undefined;
  /** What was just done: `claim`, `release` or `give`. */
  readonly done?: string | undefined;
  readonly many?: string | undefined;
  readonly ended?: string | undefined;
  readonly problem?: ApiProblem['problem'];
}

/** What to do next: one request to the API for a page of 50. */
@Controller('/my-work')
export class MyWorkController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get()
  work(@SignedIn() session: Session, @Query() query: Readonly<Record<string, string>>): Promise<string> {
    const { whose, kind, cursor, done, many, ended } = query;
    return this.page(session, { whose: whoseFrom(whose), kind: kindFrom(kind), cursor, done, many, ended });
  }

  /** Each button of a row says what is done with its task. */
  @Post()
  async hand(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const [whose, kind] = [whoseFrom(form['whose']), kindFrom(form['kind'])];
    const what = textOf(form['claim']) === '' ? 'release' : 'claim';
    const route = what === 'claim' ? taskRoutes.claimTask : taskRoutes.releaseTask;
    const id = textOf(form[what]);
    await answerForm(
      reply,
      async () => {
        const key = `${keyOf(form)}-${what}-${id}`;
        await this.api.give(session.token, route, { params: { id }, body: {}, key });
        return { to: `/my-work?whose=${whose}&kind=${kind ?? ''}&done=${what}` };
      },
      problem => this.page(session, { whose, kind, problem }),
    );
  }

  private async page(session: Session, { whose, kind, cursor, ...told }: Shown): Promise<string> {
    const query = { whose, kind, limit: '50', cursor };
    const { tasks, names, next } = await this.api.read(session.token, taskRoutes.listTasks, { query });
    const today = this.today.date();
    return this.pages.show(session, 'my-work', {
      ...told,
      whose,
      whoseWork,
      kind,
      taskKinds,
      cursor,
      sections: byUrgency(tasks, today),
      names,
      next,
      today,
      key: randomUUID(),
    });
  }
}
