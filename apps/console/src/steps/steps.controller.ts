import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  casePreview,
  caseRoutes,
  commandAnswer,
  requestCommandAnswer,
  requestPreview,
  type CaseView,
  type WrongField,
} from '@duly/api-contract';
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

interface Answer {
  readonly status: number;
  readonly page?: string;
  /** Where the browser goes on. */
  readonly to?: string;
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
    const { status, page, to } = await this.answer(session, { view, step, form });
    await (to === undefined ? reply.status(status).send(page) : reply.redirect(to, 303));
  }

  /** The form once more, what would be sent, or the case once it is done. */
  private async answer(session: Session, shown: Shown): Promise<Answer> {
    const { view, step, form } = shown;
    if (form['intent'] === 'change') return { status: 200, page: this.form(session, shown) };
    const schema = step.command.body?.schema;
    const read = schema && readForm(schema, step.fields, form);
    if (!read?.isValid)
      return { status: 400, page: this.form(session, { ...shown, errors: read?.errors ?? [] }) };
    try {
      if (step.preview && form['intent'] !== 'do')
        return { status: 200, page: await this.preview(session, shown, read.value) };
      const version = await this.give(session, shown, read.value);
      return { status: 303, to: `/cases/${view.id}?done=${step.verb}&atLeast=${version}` };
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
      const { problem } = error;
      const page = this.form(session, { ...shown, errors: problem.errors ?? [], problem });
      return { status: problem.status, page };
    }
  }

  /** @returns the version that the case has come to, so that the page that follows shows what was done */
  private async give(session: Session, { view, step, form }: Shown, body: unknown): Promise<number> {
    const key = typeof form['key'] === 'string' ? form['key'] : randomUUID();
    const told = await this.api.give(session.token, step.command, {
      params: paramsOf(step, view),
      body,
      key,
    });
    if (step.of === 'case') return commandAnswer.parse(told).version;
    const own = requestCommandAnswer.parse(told).find(one => one.case === view.id);
    if (own?.problem) throw new ApiProblem(own.problem);
    return own?.version ?? view.version;
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
