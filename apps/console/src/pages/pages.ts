import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { mayDo, type Permission } from '@duly/api-contract';
import nunjucks from 'nunjucks';
import type { Session } from '../sign-in/session.js';
import { wording } from '../wording/index.js';

interface Assets {
  readonly style: string;
  readonly script: string;
}

/** Writes pages. Everything that comes from outside is escaped, wherever it stands. */
@Injectable()
export class Pages {
  private readonly templates: nunjucks.Environment;
  private readonly assets: Assets;

  /** @param folder of the built console: `templates` and `assets.json` lie in it */
  constructor(
    private readonly organisation: string,
    folder: string,
  ) {
    const places = [join(folder, 'templates'), join(folder, 'templates', 'govuk')];
    this.templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(places), { autoescape: true });
    this.assets = JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as Assets;
  }

  /** @param template without its ending */
  show(session: Session | undefined, template: string, data: object = {}): string {
    const { organisation, assets } = this;
    const may = (permission: Permission): boolean =>
      session !== undefined && mayDo(session.roles, permission);
    return this.templates.render(`${template}.njk`, {
      ...data,
      session,
      may,
      organisation,
      assets,
      words: wording,
    });
  }
}
