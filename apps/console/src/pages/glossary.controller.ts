import { Controller, Get } from '@nestjs/common';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { Pages } from './pages.js';

/** What the words of the house mean. */
@Controller('/words')
export class GlossaryController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@SignedIn() session: Session): string {
    return this.pages.show(session, 'glossary');
  }
}
