import { Controller, Get, Res } from '@nestjs/common';
import { mayDo } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { Pages } from './pages.js';

/** Where each role begins its day. */
function firstPage({ roles }: Session): string | undefined {
  if (roles.includes('manager')) return '/team';
  if (mayDo(roles, 'work tasks')) return '/my-work';
  if (mayDo(roles, 'audit cases')) return '/audit';
  if (mayDo(roles, 'keep staff')) return '/administration';
  return mayDo(roles, 'check suppressions') ? '/marketing' : undefined;
}

@Controller()
export class FirstPageController {
  constructor(private readonly pages: Pages) {}

  @Get('/')
  async start(@SignedIn() session: Session, @Res() reply: FastifyReply): Promise<void> {
    const page = firstPage(session);
    // Whose role has nothing to look at here is told so.
    await (page === undefined
      ? reply.status(403).send(this.pages.show(session, 'not-permitted'))
      : reply.redirect(page, 303));
  }
}
