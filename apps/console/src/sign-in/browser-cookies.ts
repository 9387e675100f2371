import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConsoleSettings } from '@duly/settings';
import { SealedCookies } from './sealed-cookies.js';
import type { Session, SignInBegun } from './session.js';

/** Long enough to find a password and a second factor. Seconds. */
const signInLasts = 1_800;

/** The two cookies of the console, each sealed, out of a script's reach, and never sent from another site's form. */
@Injectable()
export class BrowserCookies {
  private readonly sealed: SealedCookies;
  private readonly isSecure: boolean;
  private readonly prefix: string;

  constructor({ sessionKeys, consoleUrl }: ConsoleSettings) {
    this.sealed = new SealedCookies(sessionKeys);
    this.isSecure = consoleUrl.startsWith('https:');
    // A browser takes `__Host-` from this host alone, and only over TLS.
    this.prefix = this.isSecure ? '__Host-' : '';
  }

  sessionOf(request: FastifyRequest): Promise<Session | undefined> {
    return this.sealed.open<Session>('session', request.cookies[`${this.prefix}duly`]);
  }

  /** @param seconds how long it lasts */
  async keepSession(reply: FastifyReply, session: Session, seconds: number): Promise<void> {
    this.set(reply, 'duly', await this.sealed.seal('session', session, seconds), seconds);
  }

  endSession(reply: FastifyReply): void {
    void reply.clearCookie(`${this.prefix}duly`, { path: '/' });
  }

  signInOf(request: FastifyRequest): Promise<SignInBegun | undefined> {
    return this.sealed.open<SignInBegun>('sign-in', request.cookies[`${this.prefix}duly-sign-in`]);
  }

  async keepSignIn(reply: FastifyReply, begun: SignInBegun): Promise<void> {
    this.set(reply, 'duly-sign-in', await this.sealed.seal('sign-in', begun, signInLasts), signInLasts);
  }

  endSignIn(reply: FastifyReply): void {
    void reply.clearCookie(`${this.prefix}duly-sign-in`, { path: '/' });
  }

  private set(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    const { isSecure: secure, prefix } = this;
    void reply.setCookie(`${prefix}${name}`, value, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'lax',
      maxAge,
    });
  }
}
