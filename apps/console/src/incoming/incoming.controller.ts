import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { incomingRoutes, type IncomingView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { asFile } from '../documents/as-file.js';
import { DulyApi } from '../duly-api/duly-api.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { readForm, type Form } from '../steps/read-form.js';
import { stepFields } from '../steps/step-fields.js';
import { wording } from '../wording/index.js';
import { sectionsOfList, sectionsOfPackage } from './sections-of-incoming.js';

const words = wording.incoming;

interface Named {
  readonly id: string;
  readonly item?: string;
  readonly path: string;
}

const { judgeIncomingItem, acceptIncoming, rejectIncoming } = incomingRoutes;
/** What is done with a package, or with one item of it; each has its page under the address of either. */
const doings = [
  { verb: 'judge-item', route: judgeIncomingItem, path: 'judge', isOfItem: true },
  { verb: 'accept-incoming', route: acceptIncoming, path: 'accept', isOfItem: false },
  { verb: 'reject-incoming', route: rejectIncoming, path: 'reject', isOfItem: false },
] as const;

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
    const said = doings.find(({ verb }) => verb === done);
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

  @Get(['/:id/:path', '/:id/items/:item/:path'])
  async ask(@SignedIn() session: Session, @Param() named: Named): Promise<string> {
    mustPermit(session, doingOf(named).route);
    return this.forms.show(session, await this.page(session, named), { form: {} });
  }

  @Post(['/:id/:path', '/:id/items/:item/:path'])
  async take(
    @SignedIn() session: Session,
    @Param() named: Named,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { verb, route } = doingOf(named);
    const page = await this.page(session, named);
    const read = readForm(route.body.schema, page.fields, form);
    await this.forms.take(session, page, { form, read, reply }, async (body, key) => {
      const { path: _, ...params } = named;
      await this.api.give(session.token, route, { params, body, key });
      return { to: `/incoming/${named.id}?done=${verb}` };
    });
  }

  /** @throws NotFoundException where there is no such thing to do, or the package has no such item */
  private async page({ token }: Session, named: Named): Promise<FormPage> {
    const { verb, route } = doingOf(named);
    const { id, item, path } = named;
    const view = await this.api.read(token, incomingRoutes.readIncoming, { params: { id } });
    const place = `/incoming/${id}`;
    return {
      verb,
      fields: stepFields(route.body.schema),
      caption: item === undefined ? words.from(view.sender) : itemIn(view, item),
      action: item === undefined ? `${place}/${path}` : `${place}/items/${item}/${path}`,
      back: { text: words.back, href: place },
      here: 'incoming',
    };
  }
}

/** @throws NotFoundException where no such thing is done with a package, or with an item of one */
function doingOf({ item, path }: Named): (typeof doings)[number] {
  const found = doings.find(one => one.path === path && one.isOfItem === (item !== undefined));
  if (!found) throw new NotFoundException();
  return found;
}

function itemIn({ items }: IncomingView, id: string): string {
  const item = items.find(one => one.id === id);
  if (!item) throw new NotFoundException();
  return words.item(item);
}
