import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { auditRoutes, caseRoutes, type TreeHeadsView } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import type { Section } from '../pages/section.js';
import { Pages } from '../pages/pages.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { sampling } from './sampling.js';

const words = wording.audit;
const headsShown = 10;

/** An auditor’s first page: a case to look into, a sample to draw, the heads of the log. */
@Controller('/audit')
export class AuditController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
  ) {}

  @Get()
  async start(@SignedIn() session: Session, @Query('done') done?: string): Promise<string> {
    return this.page(session, done === 'signed' ? { done: words.signed } : {});
  }

  /** A reference names no person, so it may stand in an address. */
  @Get('/find')
  async find(@SignedIn() session: Session, @Query() query: Form, @Res() reply: FastifyReply): Promise<void> {
    const reference = textOf(query['reference']).toUpperCase();
    const [found] = /^DR-\d{4}-\d{6,9}(-\d{1,2})?$/u.test(reference)
      ? (await this.api.read(session.token, caseRoutes.listCases, { query: { reference } })).cases
      : [];
    if (found) return void reply.redirect(`/audit/cases/${found.id}`, 303);
    await reply.status(404).send(await this.page(session, { notFound: reference }));
  }

  @Post('/heads')
  async sign(@SignedIn() session: Session, @Body() _form: Form, @Res() reply: FastifyReply): Promise<void> {
    await this.api.give(session.token, auditRoutes.signTreeHead, { body: {} });
    await reply.redirect('/audit?done=signed', 303);
  }

  /** A signed head as a file, to be kept elsewhere: what it signs can then be proved without us (C2SP signed note). */
  @Get('/heads/:number')
  async head(
    @SignedIn() session: Session,
    @Param('number') number: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { heads } = await this.api.read(session.token, auditRoutes.readTreeHeads);
    const found = heads.find(one => String(one.number) === number);
    if (!found) throw new NotFoundException();
    await reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="signed-head-${found.number}.txt"`)
      .send(found.note);
  }

  @Get('/consistency')
  async consistency(@SignedIn() session: Session, @Query() query: Form): Promise<string> {
    const asked = { first: textOf(query['first']), second: textOf(query['second']) };
    const { first, second, proof } = await this.api.read(session.token, auditRoutes.readConsistency, {
      query: asked,
    });
    const section: Section = {
      paragraphs: [words.proof(first, second)],
      table: { head: [words.hash], rows: proof.map(hash => [hash]) },
      empty: words.noHash,
    };
    return this.pages.show(session, 'sections', {
      here: 'audit',
      title: words.proofTitle,
      back: { text: words.title, href: '/audit' },
      sections: [section],
    });
  }

  private async page(
    session: Session,
    { notFound, ...told }: { readonly done?: string; readonly notFound?: string },
  ): Promise<string> {
    const kept = await this.api.read(session.token, auditRoutes.readTreeHeads);
    return this.pages.show(session, 'sections', {
      ...told,
      here: 'audit',
      title: words.title,
      key: randomUUID(),
      sections: [lookingInto(notFound), sampling({}), ...headsOf(kept)],
    });
  }
}

const lookingInto = (notFound: string | undefined): Section => ({
  title: words.find,
  ...(notFound !== undefined && { paragraphs: [words.notFound] }),
  form: {
    action: '/audit/find',
    method: 'get',
    fields: [{ name: 'reference', kind: 'line', label: words.reference, value: notFound ?? '' }],
    button: words.open,
  },
});

function headsOf({ heads, keys }: TreeHeadsView): readonly Section[] {
  const [last, before] = [...heads].reverse();
  return [
    {
      title: words.heads,
      paragraphs: [words.headsExplain],
      table: {
        head: words.headsHead,
        rows: [...heads]
          .reverse()
          .slice(0, headsShown)
          .map(head => [
            String(head.number),
            String(head.size),
            wording.momentInWords(head.signedAt),
            head.note.split('\n')[2] ?? '',
            { text: words.keepHead(head.number), href: `/audit/heads/${head.number}` },
          ]),
      },
      empty: words.noHeads,
      ...(last &&
        before && {
          links: [
            { text: words.consistency, href: `/audit/consistency?first=${before.size}&second=${last.size}` },
          ],
        }),
      form: { action: '/audit/heads', method: 'post', fields: [], button: words.sign },
    },
    { title: words.keys, text: keys.join('\n') },
  ];
}
