import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { requestRoutes, type WrongField } from '@duly/api-contract';
import { caseRights, channels } from '@duly/case';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import type { Form } from '../steps/read-form.js';
import { readOpening } from './read-opening.js';

interface Shown {
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** A request as somebody at a telephone takes it down. */
@Controller('/requests/new')
export class OpeningController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  ask(@SignedIn() session: Session): string {
    return this.form(session, { form: {} });
  }

  @Post()
  async record(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const read = readOpening(form);
    if (!read.isValid) {
      await reply.status(400).send(this.form(session, { form, errors: read.errors }));
      return;
    }
    const key = typeof form['key'] === 'string' ? form['key'] : randomUUID();
    try {
      const opened = await this.api.give(session.token, requestRoutes.openRequest, { body: read.value, key });
      await reply.redirect(`/cases/${opened.cases[0]?.id ?? ''}?done=open-request`, 303);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
      const { problem } = error;
      const page = this.form(session, { form, errors: problem.errors ?? [], problem });
      await reply.status(problem.status).send(page);
    }
  }

  private form(session: Session, { form, errors = [], problem }: Shown): string {
    const wrong = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    const data = { form, errors, wrong, problem, rights: caseRights, channels, key: randomUUID() };
    return this.pages.show(session, 'opening', data);
  }
}
