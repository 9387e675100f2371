import { Body, Controller, Post, Res } from '@nestjs/common';
import { mayDo, staffRoutes, taskRoutes, type StaffView, type WrongField } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { kindFrom, whoseFrom } from './my-work.controller.js';
import { readTicked } from './read-ticked.js';

/** Work that was ticked is given to somebody else, at once. */
@Controller('/my-work/give')
export class GivingController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  /** Without anybody named it asks to whom; with somebody it gives. */
  @Post()
  async give(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const handler = textOf(form['handler']);
    const isAsked = form['intent'] === 'give';
    const tasks = readTicked(form['tasks']);
    if (!isAsked || handler === '' || tasks.length === 0) {
      const message = isAsked ? wording.work.whoNeeded : undefined;
      await reply.status(message ? 400 : 200).send(await this.page(session, form, { message }));
      return;
    }
    await answerForm(
      reply,
      async () => {
        const given = await this.api.give(session.token, taskRoutes.reassignTasks, {
          body: { tasks: tasks.map(({ id }) => id), handler },
          key: keyOf(form),
        });
        const many = given.tasks.filter(({ outcome }) => outcome === 'given').length;
        const told = new URLSearchParams({
          whose: whoseFrom(form['whose']),
          done: 'give',
          many: String(many),
        });
        const kind = kindFrom(form['kind']);
        if (kind !== undefined) told.set('kind', kind);
        if (many < given.tasks.length) told.set('ended', String(given.tasks.length - many));
        return { to: `/my-work?${told.toString()}` };
      },
      problem => this.page(session, form, { problem }),
    );
  }

  private async page(
    session: Session,
    form: Form,
    told: { readonly message?: string | undefined; readonly problem?: ApiProblem['problem'] },
  ): Promise<string> {
    const { message } = told;
    const errors: readonly WrongField[] = message === undefined ? [] : [{ field: 'handler', message }];
    return this.pages.show(session, 'give-work', {
      ...told,
      errors,
      whose: whoseFrom(form['whose']),
      kind: kindFrom(form['kind']),
      tasks: readTicked(form['tasks']),
      chosen: textOf(form['handler']),
      staff: await this.workers(session),
      key: keyOf(form),
    });
  }

  /** Whoever may have work, by name; who is away is said. */
  private async workers(session: Session): Promise<readonly (StaffView & { readonly isAway: boolean })[]> {
    const { staff } = await this.api.read(session.token, staffRoutes.listStaff, { query: { limit: '200' } });
    const today = this.today.date();
    return staff
      .filter(({ roles, hasSignedIn }) => !hasSignedIn || mayDo(roles, 'work tasks'))
      .map(member => ({ ...member, isAway: isAway(member, today) }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }
}

function isAway({ absence }: StaffView, today: string): boolean {
  return absence !== null && absence.from <= today && (absence.until === null || absence.until >= today);
}
