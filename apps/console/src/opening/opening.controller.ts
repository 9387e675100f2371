import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { letterFormats, openingPreviewRoute, requestRoutes, type WrongField } from '@duly/api-contract';
import { actingAs, ageBands, caseRights, channels, stoppableChannels } from '@duly/case';
import { toDay, ukNations } from '@duly/law';
import type { FastifyReply } from 'fastify';
import type { ApiProblem } from '../duly-api/api-problem.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import { Today } from '../pages/today.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { sentAgain, type Form } from '../steps/read-form.js';
import { isUnreachable, whatWasWritten } from './what-was-written.js';
import { fieldsOfPage } from './fields-of-page.js';
import { readEnquiry, readOpening } from './read-opening.js';

interface Shown {
  readonly form: Form;
  readonly errors?: readonly WrongField[];
  readonly problem?: ApiProblem['problem'];
}

/** Of what is due within so many days somebody is told that it is soon. */
const soonDays = 7;

/** A request as somebody at a telephone takes it down: what was said, then the date, then it is kept. */
@Controller('/requests/new')
@Needs('open requests')
export class OpeningController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly today: Today,
  ) {}

  @Get()
  ask(@SignedIn() session: Session): string {
    const [year = '', month = '', day = ''] = this.today.date().split('-');
    // Most requests are taken down on the day they come.
    const form = {
      'receivedOn-day': `${Number(day)}`,
      'receivedOn-month': `${Number(month)}`,
      'receivedOn-year': year,
    };
    return this.form(session, { form });
  }

  @Post()
  async record(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    if (form['intent'] === 'change') {
      await reply.send(this.form(session, { form }));
      return;
    }
    const [read, doubted] = [readOpening(form), readEnquiry(form)];
    if (!read.isValid || doubted?.isValid === false) {
      const errors = [
        ...(read.isValid ? [] : read.errors),
        ...(doubted?.isValid === false ? doubted.errors : []),
      ];
      await reply.status(400).send(this.form(session, { form, errors: fieldsOfPage(errors) }));
      return;
    }
    const recorded = async (): Promise<Next> => {
      if (form['intent'] !== 'save') return { page: await this.check(session, form, read.value) };
      const key = keyOf(form);
      const opened = doubted
        ? await this.api.give(session.token, requestRoutes.openEnquiry, { body: doubted.value, key })
        : await this.api.give(session.token, requestRoutes.openRequest, { body: read.value, key });
      return { to: `/cases/${opened.cases[0]?.id ?? ''}?done=open-request` };
    };
    await answerForm(reply, recorded, problem =>
      this.form(session, { form, errors: fieldsOfPage(problem.errors ?? []), problem }),
    );
  }

  /** The date, what is at risk and what looks alike, before anything is kept. */
  private async check(session: Session, form: Form, body: unknown): Promise<string> {
    const foreseen = await this.api.give(session.token, openingPreviewRoute, { body });
    const today = this.today.date();
    const cases = foreseen.cases.map(one => ({
      ...one,
      daysLeft: one.dueDate === null ? undefined : toDay(one.dueDate) - toDay(today),
    }));
    const atRisk = cases.filter(({ daysLeft }) => daysLeft !== undefined && daysLeft <= soonDays);
    const fields = sentAgain(form);
    const written = { written: whatWasWritten(form), isUnreachable: isUnreachable(form) };
    const shown = { ...foreseen, ...written, cases, atRisk, fields, today };
    return this.pages.show(session, 'opening-check', shown);
  }

  private form(session: Session, { form, errors = [], problem }: Shown): string {
    const wrong = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    const choices = { rights: caseRights, channels, actingAs, ageBands, ukNations, letterFormats };
    const key = randomUUID();
    const data = { form, errors, wrong, problem, ...choices, stoppableChannels, key };
    return this.pages.show(session, 'opening', data);
  }
}
