import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { casePreview, caseRoutes, requestPreview, type CaseView, type WrongField } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { wording } from '../wording/index.js';
import { readForm, type Form } from './read-form.js';
import { stepFor, type Step } from './step.js';

interface Shown {
  readonly view: CaseView;
  readonly step: Step;
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** Each command of the API as a short page: what it asks for, what would be sent, what it does to the date; then it is done. */
@Controller('/cases/:id/steps/:verb')
export class StepsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(
    @SignedIn() session: Session,
    @Param() { id, verb }: { id: string; verb: string },
    @Query() known: Form,
  ): Promise<string> {
    const step = stepFor(verb);
    const view = await this.api.read(session.token, caseRoutes.readCase, { params: { id } });
    return this.form(session, { view, step, form: known });
  }

  @Post()
  async take(
    @SignedIn() session: Session,
    @Param() { id, verb }: { id: string; verb: string },
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = stepFor(verb);
    const view = await this.api.read(session.token, caseRoutes.readCase, { params: { id } });
    if (form['intent'] === 'change') return void (await reply.send(this.form(session, { view, step, form })));
    const schema = step.command.body?.schema;
    const read = schema && readForm(schema, step.fields, form);
    if (!read?.isValid) {
      const page = this.form(session, { view, step, form, errors: read?.errors ?? [] });
      return void (await reply.status(400).send(page));
    }
    try {
      if (step.preview && form['intent'] !== 'do')
        return void (await reply.send(await this.preview(session, { view, step, form }, read.value)));
      await this.give(session, { view, step, form }, read.value);
      await reply.redirect(`/cases/${view.id}?done=${step.verb}`, 303);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
      const { problem } = error;
      const errors = problem.errors ?? [];
      const page = this.form(session, { view, step, form, errors, problem });
      await reply.status(problem.status).send(page);
    }
  }

  private async give(session: Session, { view, step, form }: Shown, body: unknown): Promise<void> {
    const key = typeof form['key'] === 'string' ? form['key'] : randomUUID();
    await this.api.give(session.token, step.command, { params: paramsOf(step, view), body, key });
  }

  private async preview(session: Session, shown: Shown, body: unknown): Promise<string> {
    const { view, step, form } = shown;
    if (!step.preview) throw new Error(`${step.verb} writes nothing, so there is nothing to see.`);
    const told = await this.api.give(session.token, step.preview, { params: paramsOf(step, view), body });
    const foreseen = step.of === 'case' ? casePreview.parse(told) : ofThisCase(told, view.id);
    return this.pages.show(session, 'step-preview', { view, step, fields: sentAgain(form), foreseen });
  }

  private form(session: Session, { view, step, form, errors = [], problem }: Shown): string {
    const wrong = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    // What the caller had read before is what counts: a page that was read again takes the version it now shows.
    const version = view.version;
    const labels = Object.fromEntries(
      step.fields.map(({ name }) => [name, wording.fieldLabel(step.verb, name)]),
    );
    const key = randomUUID();
    return this.pages.show(session, 'step', {
      view,
      step,
      form,
      labels,
      wrong,
      errors,
      problem,
      version,
      key,
    });
  }
}

const paramsOf = ({ of }: Step, { id, requestId }: CaseView) => ({ id: of === 'case' ? id : requestId });

/** Of a request's preview: its letters, and what becomes of the case whose page this is. */
function ofThisCase(told: unknown, id: string): object {
  const { letters, cases } = requestPreview.parse(told);
  return { letters, ...cases.find(one => one.case === id) };
}

/** The form as it was filled in, to be sent again with one press. */
function sentAgain(form: Form): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(form)
    .filter(([name]) => name !== 'intent' && name !== 'formToken')
    .flatMap(([name, value]) => [value ?? []].flat().map(one => ({ name, value: one })));
}
