import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { suppressionRoutes } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { readForm, type Form } from '../steps/read-form.js';
import { stepFields } from '../steps/step-fields.js';
import { wording } from '../wording/index.js';

const route = suppressionRoutes.checkSuppression;
const words = wording.marketing;

/** Whoever sends marketing asks first whether they may (UK GDPR Art 21(3)); a question by POST, so that no address is in an address. */
@Controller('/marketing')
@Needs('check suppressions')
export class MarketingController {
  private readonly page: FormPage = {
    verb: 'may-i-market',
    fields: stepFields(route.body.schema),
    caption: words.title,
    action: '/marketing',
    here: 'marketing',
  };

  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly forms: FormPages,
  ) {}

  @Get()
  ask(@SignedIn() session: Session): string {
    return this.forms.show(session, this.page, { form: {} });
  }

  @Post()
  async answer(@SignedIn() session: Session, @Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const read = readForm(route.body.schema, this.page.fields, form);
    await this.forms.take(session, this.page, { form, read, reply }, async body => {
      const { stopped, since } = await this.api.give(session.token, route, { body });
      const channels = stopped.map(one => wording.inPlainWords(one));
      const said = since === null ? words.free : words.stopped(channels, wording.longDate(since));
      const page = this.pages.show(session, 'sections', {
        here: 'marketing',
        title: since === null ? words.freeTitle : words.stoppedTitle,
        back: { text: words.title, href: '/marketing' },
        sections: [{ paragraphs: [said] }],
      });
      return { page };
    });
  }
}
