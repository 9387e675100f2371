import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { caseRoutes, type CaseView, type WrongField } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { wording } from '../wording/index.js';
import { OffersOfCase } from './offers.js';
import { markOf } from './foreseen.js';
import { readForm, sentAgain, textOf, type Form } from './read-form.js';
import { movedOnTo } from './since-opened.js';
import { stepFor, type Step } from './step.js';
import { TakingSteps, type Seen, type StepBody } from './taking-steps.js';

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
    private readonly taking: TakingSteps,
    private readonly offers: OffersOfCase,
  ) {}

  @Get()
  async ask(
    @SignedIn() session: Session,
    @Param() { id, verb }: { id: string; verb: string },
    @Query() known: Form,
  ): Promise<string> {
    const step = stepFor(verb);
    mustPermit(session, step.command);
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
    await this.answer(session, { view, step, form }, reply);
  }

  /** The form once more, what would be sent, or the case once it is done. */
  private async answer(session: Session, shown: Shown, reply: FastifyReply): Promise<void> {
    const { step, form } = shown;
    if (form['intent'] === 'change') {
      await reply.send(await this.form(session, shown));
      return;
    }
    const schema = step.command.body?.schema;
    const read = schema && readForm(schema, step.fields, form);
    if (!read?.isValid) {
      await reply.status(400).send(await this.form(session, { ...shown, errors: read?.errors ?? [] }));
      return;
    }
    await answerForm(
      reply,
      () => this.taken(session, shown, read.value as StepBody),
      problem => {
        const errors = [...(problem.errors ?? []), ...fieldOf(problem, step)];
        return this.form(session, { ...shown, errors, problem });
      },
    );
  }

  /** @throws ApiProblem as the API refuses it */
  private async taken(session: Session, shown: Shown, body: StepBody): Promise<Next> {
    const { view, step, form } = shown;
    const meant = { token: session.token, step, view, body };
    if (step.preview && form['intent'] !== 'do')
      return { page: this.preview(session, shown, await this.taking.see(meant)) };
    const taken = await this.taking.take(meant, keyOf(form), textOf(form['mark']));
    if ('again' in taken) return { page: this.preview(session, shown, taken.again) };
    return { to: `/cases/${view.id}?done=${step.verb}&atLeast=${taken.version}` };
  }

  private preview(session: Session, { view, step, form }: Shown, seen: Seen): string {
    const { foreseen, since, version } = seen;
    const isAgain = form['intent'] === 'do';
    const again: Form = {
      ...form,
      mark: markOf(foreseen),
      // What the API has answered to a key it will answer again: what is shown once more is sent under another.
      ...(isAgain && { key: randomUUID() }),
      ...(version !== undefined && { expectedVersion: String(version) }),
    };
    const fields = sentAgain(again);
    const isLate = form['confirmLate'] === 'yes';
    return this.pages.show(session, 'step-preview', { view, step, fields, foreseen, since, isAgain, isLate });
  }

  private async form(session: Session, { view, step, form, errors = [], problem }: Shown): Promise<string> {
    const { verb, fields } = step;
    const said = errors.map(({ field, message }) => {
      const kind = fields.find(({ name }) => name === field)?.kind ?? 'line';
      return { field, message: wording.fieldError(kind, message) };
    });
    // What was read before is what counts, until the page has shown what a colleague did since.
    const moved = problem && movedOnTo(new ApiProblem(problem));
    return this.pages.show(session, 'step', {
      ...{ view, step, form, problem, errors: said },
      wrong: Object.fromEntries(said.map(({ field, message }) => [field, message])),
      labels: Object.fromEntries(fields.map(({ name }) => [name, wording.fieldLabel(verb, name)])),
      offers: await this.offers.of(session.token, verb, fields, view),
      guidance: wording.guidanceOf(verb),
      version: moved ?? (textOf(form['expectedVersion']) || view.version),
      key: randomUUID(),
    });
  }
}

/** A refusal that is about one field of the page stands beside it too. */
function fieldOf({ field, detail, errors }: ApiProblem['problem'], { fields }: Step): readonly WrongField[] {
  const isHere = errors === undefined && fields.some(({ name }) => name === field);
  return isHere && field !== undefined ? [{ field, message: detail }] : [];
}
