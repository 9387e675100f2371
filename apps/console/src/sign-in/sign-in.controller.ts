import { randomBytes } from 'node:crypto';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from '../pages/pages.js';
import { BrowserCookies } from './browser-cookies.js';
import { Issuer } from './issuer.js';
import type { Session } from './session.js';
import { OpenToAll, SignedIn } from './signed-in.js';

/** A path of ours and of nobody else: `//evil.example` is an address, and so is `/\evil.example`. */
const ownPath = /^\/(?![/\\])[^\s\\]*$/;

@Controller()
export class SignInController {
  constructor(
    private readonly issuer: Issuer,
    private readonly cookies: BrowserCookies,
    private readonly pages: Pages,
  ) {}

  @Get('/sign-in')
  @OpenToAll(true)
  async begin(@Query('to') to: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { begun, address } = await this.issuer.begin(to !== undefined && ownPath.test(to) ? to : '/');
    await this.cookies.keepSignIn(reply, begun);
    await reply.redirect(address, 303);
  }

  /** The issuer sends the browser back here. */
  @Get('/sign-in/return')
  @OpenToAll(true)
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const begun = await this.cookies.signInOf(request);
    this.cookies.endSignIn(reply);
    const signedIn = begun && (await this.issuer.end(searchOf(request.url), begun).catch(() => undefined));
    if (!begun || !signedIn) {
      await reply.status(400).send(this.pages.show(undefined, 'sign-in-failed'));
      return;
    }
    const { staff, roles, token, lasts } = signedIn;
    const session = { staff, roles, token, formToken: randomBytes(24).toString('base64url') };
    await this.cookies.keepSession(reply, session, lasts);
    await reply.redirect(begun.to, 303);
  }

  @Post('/sign-out')
  async leave(@Res() reply: FastifyReply): Promise<void> {
    this.cookies.endSession(reply);
    await reply.redirect(await this.issuer.leave(), 303);
  }

  /** Where a second tab ends, opened to sign in again beside a form that waits. */
  @Get('/signed-in')
  signedIn(@SignedIn() session: Session): string {
    return this.pages.show(session, 'signed-in');
  }

  @Get('/signed-out')
  @OpenToAll(true)
  signedOut(): string {
    return this.pages.show(undefined, 'signed-out');
  }
}

function searchOf(url: string): string {
  return url.includes('?') ? url.slice(url.indexOf('?')) : '';
}
