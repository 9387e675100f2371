import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Where Debian’s and other systems’ packages put it; CHROMIUM names another. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', ...places].find(path => path !== '' && existsSync(path));

/** A journey of the console where there is a browser to make it with; elsewhere it says why it is left out. */
export function withChromium(title: string, journeys: () => void): void {
  if (chromiumPath() !== undefined) return describe(title, journeys);
  process.stderr.write(
    `“${title}” is left out: there is no Chromium here. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.\n`,
  );
  describe.skip(title, journeys);
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium was found. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.',
    );
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds against WCAG 2.2 AA on the page as it stands; empty where all is well. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // By the browser’s own hand, which the page’s Content-Security-Policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export type Looks = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'viewport'>;
