import { Controller, Get, Header } from '@nestjs/common';
import { OpenToAll } from '../sign-in/signed-in.js';
import { Looks } from './looks.js';

/** What makes the console look like the organisation’s own. */
@Controller()
export class LooksController {
  constructor(private readonly looks: Looks) {}

  @Get('/organisation.css')
  @OpenToAll(true)
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return this.looks.style;
  }

  @Get('/favicon.ico')
  @OpenToAll(true)
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=3600')
  icon(): string {
    return this.looks.icon;
  }
}
