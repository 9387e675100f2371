import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { caseRoutes, type CaseView, type CodeShown, type PasswordShown } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { OffersOfCase } from '../steps/offers.js';
import { readForm, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { doingFor, type Doing } from './doings.js';
import { ThingsOfCase } from './things-of-case.js';

interface Named {
  readonly id: string;
  readonly verb: string;
  readonly thing?: string;
}

interface Found {
  readonly view: CaseView;
  readonly doing: Doing;
  readonly page: FormPage;
  readonly params: Readonly<Record<string, string>>;
}

/** Sources asked, packages built, deliveries prepared: each a short page, as the steps of a case are. */
@Controller('/cases/:id/doings/:verb')
export class DoingsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly forms: FormPages,
    private readonly things: ThingsOfCase,
    private readonly offers: OffersOfCase,
  ) {}

  @Get(['', ':thing'])
  async ask(@SignedIn() session: Session, @Param() named: Named): Promise<string> {
    const doing = doingFor(named.verb);
    if (doing) mustPermit(session, doing.route);
    const { page } = await this.found(session, named);
    return this.forms.show(session, page, { form: {} });
  }

  @Post(['', ':thing'])
  async take(
    @SignedIn() session: Session,
    @Param() named: Named,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.found(session, named);
    const { page, doing, view } = found;
    const schema = doing.route.body?.schema;
    if (schema === undefined) throw new NotFoundException();
    const known = doing.verb === 'stop-marketing-to' ? { request: view.requestId } : {};
    const read = readForm(schema, page.fields, form, known);
    await this.forms.take(session, page, { form, read, reply }, (body, key) =>
      this.done(session, found, body, key),
    );
  }

  private async done(session: Session, { doing, view, page, params }: Found, body: unknown, key: string) {
    const told: unknown = await this.api.give(session.token, doing.route, { params, body, key });
    const secret = secretIn(doing, told);
    if (secret === undefined) return { to: `/cases/${view.id}?done=${doing.verb}` };
    const { caption, back } = page;
    const { title, done: text } = wording.doings[doing.verb] ?? { title: '', done: '' };
    return { page: this.pages.show(session, 'shown-once', { title, text, secret, caption, back }) };
  }

  /** @throws NotFoundException for a word that is no doing, and for a thing that the case has not */
  private async found(session: Session, { id, verb, thing }: Named): Promise<Found> {
    const doing = doingFor(verb);
    if (doing === undefined || (doing.about === undefined) !== (thing === undefined))
      throw new NotFoundException();
    const view = await this.api.read(session.token, caseRoutes.readCase, { params: { id } });
    const about = doing.about && thing !== undefined ? { kind: doing.about, thing } : undefined;
    const called = about && (await this.things.called(session.token, id, about.kind, about.thing));
    if (about && called === undefined) throw new NotFoundException();
    const page = {
      verb,
      fields: doing.fields,
      caption: [view.reference, called ?? wording.inPlainWords(view.right)].join(' · '),
      action: ['/cases', id, 'doings', verb, ...(thing === undefined ? [] : [thing])].join('/'),
      back: { text: wording.step.back, href: `/cases/${id}` },
      offers: await this.offers.of(session.token, verb, doing.fields, view),
    };
    return { view, doing, page, params: { id, ...(about && { [about.kind]: about.thing }) } };
  }
}

/** A code or password is shown to whoever tells it, and kept nowhere. */
function secretIn({ verb }: Doing, told: unknown): string | undefined {
  if (verb === 'tell-code') return (told as CodeShown).code;
  return verb === 'tell-password' ? (told as PasswordShown).password : undefined;
}
