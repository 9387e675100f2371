import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'templates');
const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'));
const names = readdirSync(folder);

describe('each template', () => {
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader([folder, govuk]), {
    autoescape: true,
  });

  it.each(names)('%s is well formed', name => {
    expect(() => templates.getTemplate(name, true)).not.toThrow();
  });

  it('has no script, no style and no handler written into it: the Content-Security-Policy would stop them', () => {
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect([name, /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/.exec(text)]).toEqual([name, null]);
    }
  });
});
