import { Controller, Res } from '@nestjs/common';
import { deliveryRoutes, type LinkBody } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../calls/answer.js';
import { Body, Params } from '../routing/checked.js';
import { Serves } from '../routing/serves.js';
import { OpenLink } from './open-link.js';

/** The address is the key: it is kept by nobody, told to no other site, and framed by none. */
function guarded(reply: FastifyReply): FastifyReply {
  return reply
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
  constructor(private readonly links: OpenLink) {}

  @Serves(deliveryRoutes.lookAtLink, 'nothing')
  look(@Params() { token }: OneLink, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void guarded(reply).type('text/html; charset=utf-8');
    return this.links.page(token);
  }

  @Serves(deliveryRoutes.openLink, 'nothing')
  open(
    @Params() { token }: OneLink,
    @Body() { code = '' }: LinkBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.links.fetch(token, code, guarded(reply));
  }
}
