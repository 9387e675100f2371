import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { caseRoutes, type CaseView, type WrongField } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { readForm, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { doingFor, type Doing } from './doings.js';

interface Shown {
  readonly view: CaseView;
  readonly doing: Doing;
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** Sources asked, packages built, deliveries prepared: each a short page, as the steps of a case are. */
@Controller('/cases/:id/doings/:verb')
export class DoingsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@SignedIn() session: Session, @Param() named: { id: string; verb: string }): Promise<string> {
    return this.form(session, { ...(await this.found(session, named)), form: {} });
  }

  @Post()
  async take(
    @SignedIn() session: Session,
    @Param() named: { id: string; verb: string },
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { view, doing } = await this.found(session, named);
    const schema = doing.route.body?.schema;
    const read = schema && readForm(schema, doing.fields, form);
    if (!read?.isValid) {
      await reply.status(400).send(this.form(session, { view, doing, form, errors: read?.errors ?? [] }));
      return;
    }
    const key = textOf(form['key']) || randomUUID();
    try {
      await this.api.give(session.token, doing.route, { params: { id: view.id }, body: read.value, key });
      await reply.redirect(`/cases/${view.id}?done=${doing.verb}`, 303);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
      const { problem } = error;
      const errors = problem.errors ?? [];
      await reply.status(problem.status).send(this.form(session, { view, doing, form, errors, problem }));
    }
  }

  private async found(session: Session, { id, verb }: { id: string; verb: string }) {
    const doing = doingFor(verb);
    if (doing === undefined) throw new NotFoundException();
    return { doing, view: await this.api.read(session.token, caseRoutes.readCase, { params: { id } }) };
  }

  private form(session: Session, { doing, errors = [], ...shown }: Shown): string {
    const said = errors.map(({ field, message }) => {
      const kind = doing.fields.find(({ name }) => name === field)?.kind ?? 'line';
      return { field, message: wording.fieldError(kind, message) };
    });
    return this.pages.show(session, 'doing', {
      ...shown,
      doing,
      errors: said,
      wrong: Object.fromEntries(said.map(({ field, message }) => [field, message])),
      labels: Object.fromEntries(
        doing.fields.map(({ name }) => [name, wording.fieldLabel(doing.verb, name)]),
      ),
      key: randomUUID(),
    });
  }
}
