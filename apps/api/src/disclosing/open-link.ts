import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Register, type OpenedLink } from '@duly/register';
import { Vault } from '@duly/vault';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../calls/answer.js';
import { successStatuses } from '../http-status.js';
import { KeepPackages } from './keep-packages.js';
import { linkPage, type PageOf } from './link-page.js';

/** Wrong codes that one link bears; 8 digits make a guess a matter of one in twenty million. */
const mostTries = 5;
const statuses = { wrongCode: 403, over: 410 } as const;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function pageAnswer(state: PageOf, link: OpenedLink | undefined, reply: FastifyReply): Answer {
  void reply.type('text/html; charset=utf-8');
  const status = state === 'wrong-code' ? statuses.wrongCode : statuses.over;
  const body: unknown = linkPage(state === 'open' ? 'ended' : state, link ?? { wantsCode: false });
  return { status, body: body as object };
}

/** What is behind a link: looked at as often as one likes, fetched as often as its uses allow. */
@Injectable()
export class OpenLink {
  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
    private readonly packages: KeepPackages,
  ) {}

  async page(token: string): Promise<string> {
    const link = await this.register.disclosing.deliveryLinks.look(hashOf(token));
    return linkPage(link?.state ?? 'unknown', link ?? { wantsCode: false });
  }

  async fetch(token: string, code: string, reply: FastifyReply): Promise<Answer> {
    const { deliveryLinks } = this.register.disclosing;
    const tokenHash = hashOf(token);
    const seen = await deliveryLinks.look(tokenHash);
    const codeHash = seen?.wantsCode
      ? await this.vault.keyedHash('delivery code', `${seen.linkId}/${code.replace(/\D/gu, '')}`)
      : null;
    const link = seen && (await deliveryLinks.consume(tokenHash, codeHash, mostTries));
    if (!link) return pageAnswer((await deliveryLinks.look(tokenHash))?.state ?? 'unknown', seen, reply);
    return link.state === 'open' ? this.given(link, reply) : pageAnswer(link.state, link, reply);
  }

  /** Whose it is stands in the delivery, in the package and in what seals it: any that differs, and nothing is given. */
  private async given(link: OpenedLink, reply: FastifyReply): Promise<Answer> {
    const delivery = await this.register.disclosing.deliveries.byId(link.deliveryId);
    const made = await this.register.disclosing.packages.byId(link.packageId);
    if (!delivery || made?.state !== 'ready' || made.caseId !== delivery.caseId)
      return pageAnswer('ended', link, reply);
    const { content, bytes } = await this.packages.open(made);
    const ended = (what: 'downloaded' | 'broken-off') =>
      void this.register.disclosing.deliveries
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
