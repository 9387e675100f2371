import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { sourceRoutes, type SourceView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { answerForm, keyOf, type Next } from '../pages/answer-form.js';
import { Pages } from '../pages/pages.js';
import type { Section } from '../pages/section.js';
import type { Session } from '../sign-in/session.js';
import { Needs, SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { administrationPage, type Told } from './administration-page.js';
import {
  changeFrom,
  changing,
  registering,
  removing,
  secretShown,
  sourceFrom,
  sourcesTable,
} from './source-forms.js';

const words = wording.administration;
const tab = '/administration/sources';
const dones: Readonly<Record<string, string>> = words.sourceDones;

/** Who holds data of persons: registered, changed and removed. Queries of databases and descriptions of fields come through the API. */
@Controller(tab)
export class SourcesController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@SignedIn() session: Session, @Query('done') done = ''): Promise<string> {
    const { sources } = await this.api.read(session.token, sourceRoutes.listSources);
    const told = dones[done] === undefined ? {} : { done: dones[done] };
    return this.page(session, [sourcesTable(sources)], told);
  }

  @Get('/new')
  @Needs('keep sources')
  ask(@SignedIn() session: Session, @Query('kind') kind = ''): string {
    return this.page(session, [registering({ kind })]);
  }

  @Post('/new')
  async register(
    @SignedIn() session: Session,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answerForm(
      reply,
      async () => {
        const given = { body: sourceFrom(form), key: keyOf(form) };
        const { secret } = await this.api.give(session.token, sourceRoutes.registerSource, given);
        if (secret === null) return { to: `${tab}?done=registered` };
        return { page: this.page(session, [secretShown(secret)]) };
      },
      problem => this.page(session, [registering(form)], { form, problem }),
    );
  }

  @Get('/:id')
  async one(@SignedIn() session: Session, @Param('id') id: string): Promise<string> {
    const source = await this.source(session, id);
    return this.page(session, [changing(source, {}), removing(source)]);
  }

  @Post('/:id')
  async change(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const source = await this.source(session, id);
    const changed = async (): Promise<Next> => {
      const [params, key] = [{ id }, keyOf(form)];
      if (textOf(form['intent']) === 'remove') {
        await this.api.give(session.token, sourceRoutes.removeSource, { params, body: {}, key });
        return { to: `${tab}?done=removed` };
      }
      const body = changeFrom(source, form);
      await this.api.give(session.token, sourceRoutes.changeSource, { params, body, key });
      return { to: `${tab}?done=changed` };
    };
    await answerForm(reply, changed, problem =>
      this.page(session, [changing(source, form), removing(source)], { form, problem }),
    );
  }

  private source(session: Session, id: string): Promise<SourceView> {
    return this.api.read(session.token, sourceRoutes.readSource, { params: { id } });
  }

  private page(session: Session, sections: readonly Section[], told: Told = {}): string {
    return this.pages.show(session, 'sections', administrationPage(tab, sections, told));
  }
}
