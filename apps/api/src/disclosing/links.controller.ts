import { createHash } from 'node:crypto';
import { Controller, Res, StreamableFile } from '@nestjs/common';
import { deliveryRoutes, type LinkBody } from '@duly/api-contract';
import { Register, type OpenedLink } from '@duly/register';
import { Vault } from '@duly/vault';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { Body, Params } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { KeepPackages } from './keep-packages.js';
import { linkPage, type PageOf } from './link-page.js';

/** Wrong codes that one link bears; 8 digits make a guess a matter of one in twenty million. */
const mostTries = 5;
const statuses = { wrongCode: 403, over: 410 } as const;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The address is the key: it is kept by nobody, told to no other site, and framed by none. */
function guarded(reply: FastifyReply): void {
  void reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
}

interface OneLink {
  readonly token: string;
}

/** What the person opens: nobody signs in, the link is the key, and the code beside it. */
@Controller()
export class LinksController {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly packages: KeepPackages,
  ) {}

  @Serves(deliveryRoutes.lookAtLink, 'nothing')
  async look(@Params() { token }: OneLink, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    guarded(reply);
    void reply.type('text/html; charset=utf-8');
    const link = await this.register.deliveryLinks.look(hashOf(token));
    return linkPage(link?.state ?? 'unknown', link ?? { wantsCode: false });
  }

  @Serves(deliveryRoutes.openLink, 'nothing')
  async open(
    @Params() { token }: OneLink,
    @Body() { code = '' }: LinkBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    guarded(reply);
    const { deliveryLinks } = this.register;
    const tokenHash = hashOf(token);
    const seen = await deliveryLinks.look(tokenHash);
    const codeHash = seen?.wantsCode
      ? await this.vault.keyedHash('delivery code', `${seen.linkId}/${code.replace(/\D/gu, '')}`)
      : null;
    const link = seen && (await deliveryLinks.consume(tokenHash, codeHash, mostTries));
    if (!link) return this.page((await deliveryLinks.look(tokenHash))?.state ?? 'unknown', seen, reply);
    if (link.state !== 'open') return this.page(link.state, link, reply);
    return this.given(link, reply);
  }

  private page(state: PageOf, link: OpenedLink | undefined, reply: FastifyReply): Answer {
    void reply.type('text/html; charset=utf-8');
    const status = state === 'wrong-code' ? statuses.wrongCode : statuses.over;
    const shown = state === 'open' ? 'ended' : state;
    return { status, body: linkPage(shown, link ?? { wantsCode: false }) as unknown as object };
  }

  private async given(link: OpenedLink, reply: FastifyReply): Promise<Answer> {
    const delivery = await this.register.deliveries.byId(link.deliveryId);
    const made = await this.register.packages.byId(link.packageId);
    if (!delivery || made?.state !== 'ready' || made.caseId !== delivery.caseId)
      return this.page('ended', link, reply);
    const { content, bytes } = await this.packages.open(made);
    const ended = (what: 'downloaded' | 'broken-off') =>
      void this.register.deliveries
        .happened(delivery.deliveryId, what, { by: 'person', link: link.number })
        .catch(() => undefined);
    reply.raw.once('close', () => ended(reply.raw.writableFinished ? 'downloaded' : 'broken-off'));
    const disposition = 'attachment; filename="your-copy.zip"';
    return {
      status: successStatuses.ok,
      body: new StreamableFile(content, { type: 'application/zip', length: bytes, disposition }),
    };
  }
}
