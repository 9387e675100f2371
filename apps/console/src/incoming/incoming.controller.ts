import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { incomingRoutes, type IncomingView, type Route } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { asFile } from '../documents/as-file.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { readForm, type Form } from '../steps/read-form.js';
import { stepFields } from '../steps/step-fields.js';
import { wording } from '../wording/index.js';
import { sectionsOfList, sectionsOfPackage } from './sections-of-incoming.js';

const words = wording.incoming;

interface OfPackage {
  readonly id: string;
  readonly item?: string;
}

interface Doing {
  readonly verb: string;
  readonly route: Route;
  /** Under the address of the package, or of its item. */
  readonly path: string;
}

const judging: Doing = { verb: 'judge-item', route: incomingRoutes.judgeIncomingItem, path: 'judge' };
const accepting: Doing = { verb: 'accept-incoming', route: incomingRoutes.acceptIncoming, path: 'accept' };
const rejecting: Doing = { verb: 'reject-incoming', route: incomingRoutes.rejectIncoming, path: 'reject' };

/** Packages that other controllers sent: looked at item by item, taken over or rejected (Art 20; ICO, right to data portability). */
@Controller('/incoming')
export class IncomingController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly forms: FormPages,
  ) {}

  @Get()
  async all(@SignedIn() session: Session): Promise<string> {
    const { packages } = await this.api.read(session.token, incomingRoutes.listIncoming);
    return this.pages.show(session, 'sections', {
      here: 'incoming',
      title: words.title,
      sections: sectionsOfList(packages),
    });
  }

  @Get('/:id')
  async one(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Query('done') done?: string,
  ): Promise<string> {
    const view = await this.api.read(session.token, incomingRoutes.readIncoming, { params: { id } });
    const said = [judging, accepting, rejecting].find(({ verb }) => verb === done);
    return this.pages.show(session, 'sections', {
      here: 'incoming',
      title: words.from(view.sender),
      back: { text: words.title, href: '/incoming' },
      done: said && wording.doings[said.verb]?.done,
      sections: sectionsOfPackage(view),
    });
  }

  /** To be saved, never shown: nothing that somebody else has sent is a page of ours. */
  @Get('/:id/items/:item')
  async item(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; item: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, incomingRoutes.readIncomingItem, { params });
    await asFile(reply, 'application/octet-stream', 'item', bytes);
  }

  @Get('/:id/items/:item/judge')
  judge(@SignedIn() session: Session, @Param() named: OfPackage): Promise<string> {
    return this.ask(session, judging, named);
  }
  @Post('/:id/items/:item/judge')
  judged(
    @SignedIn() session: Session,
    @Param() named: OfPackage,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ) {
    return this.take(session, judging, named, { form, reply });
  }
  @Get('/:id/accept')
  accept(@SignedIn() session: Session, @Param() named: OfPackage): Promise<string> {
    return this.ask(session, accepting, named);
  }
  @Post('/:id/accept')
  accepted(
    @SignedIn() session: Session,
    @Param() named: OfPackage,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ) {
    return this.take(session, accepting, named, { form, reply });
  }
  @Get('/:id/reject')
  reject(@SignedIn() session: Session, @Param() named: OfPackage): Promise<string> {
    return this.ask(session, rejecting, named);
  }
  @Post('/:id/reject')
  rejected(
    @SignedIn() session: Session,
    @Param() named: OfPackage,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ) {
    return this.take(session, rejecting, named, { form, reply });
  }

  private async ask(session: Session, doing: Doing, named: OfPackage): Promise<string> {
    return this.forms.show(session, await this.page(session, doing, named), { form: {} });
  }

  private async take(
    session: Session,
    doing: Doing,
    named: OfPackage,
    { form, reply }: { readonly form: Form; readonly reply: FastifyReply },
  ): Promise<void> {
    const page = await this.page(session, doing, named);
    const schema = doing.route.body?.schema;
    if (!schema) throw new NotFoundException();
    await this.forms.take(
      session,
      page,
      { form, read: readForm(schema, page.fields, form), reply },
      async (body, key) => {
        await this.api.give(session.token, doing.route, { params: { ...named }, body, key });
        return { to: `/incoming/${named.id}?done=${doing.verb}` };
      },
    );
  }

  /** @throws NotFoundException where the package has no such item */
  private async page(
    { token }: Session,
    { verb, route, path }: Doing,
    { id, item }: OfPackage,
  ): Promise<FormPage> {
    const view = await this.api.read(token, incomingRoutes.readIncoming, { params: { id } });
    const place = `/incoming/${id}`;
    return {
      verb,
      fields: route.body ? stepFields(route.body.schema) : [],
      caption: item === undefined ? words.from(view.sender) : itemIn(view, item),
      action: item === undefined ? `${place}/${path}` : `${place}/items/${item}/${path}`,
      back: { text: words.back, href: place },
      here: 'incoming',
    };
  }
}

function itemIn({ items }: IncomingView, id: string): string {
  const item = items.find(one => one.id === id);
  if (!item) throw new NotFoundException();
  return words.item(item);
}
